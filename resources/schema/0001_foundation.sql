-- Schema step 1: the whole record. Frozen: a later change is a later step (see recovery_desktop/records/schema.py).

CREATE TABLE "practice" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "fax" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "license_number" TEXT NOT NULL,
    "npi" TEXT NOT NULL,
    "non_profit" TEXT NOT NULL,
    "crisis_line" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sample" TEXT NOT NULL
) STRICT;

CREATE TABLE "staff" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "credential" TEXT NOT NULL,
    "license_number" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "left_on" TEXT
) STRICT;

CREATE TABLE "resource" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "needs" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "cost" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "eligibility" TEXT NOT NULL,
    "verified_on" TEXT,
    "note" TEXT NOT NULL
) STRICT;

CREATE TABLE "client" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "record_number" TEXT NOT NULL,
    "legal_given" TEXT NOT NULL,
    "legal_middle" TEXT NOT NULL,
    "legal_family" TEXT NOT NULL,
    "preferred_name" TEXT NOT NULL,
    "pronouns" TEXT NOT NULL,
    "birth_date" TEXT,
    "sex" TEXT NOT NULL,
    "gender" TEXT NOT NULL,
    "relationship_status" TEXT NOT NULL,
    "culture" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "document_language" TEXT NOT NULL,
    "interpreter" TEXT NOT NULL,
    "interpreter_language" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "allergies_state" TEXT NOT NULL,
    "medications_state" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "payer_member_number" TEXT NOT NULL,
    "guardian_name" TEXT NOT NULL,
    "guardian_relationship" TEXT NOT NULL,
    "guardian_phone" TEXT NOT NULL,
    "emergency_name" TEXT NOT NULL,
    "emergency_relationship" TEXT NOT NULL,
    "emergency_phone" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "client_record_number" ON "client" ("record_number");

CREATE TABLE "contact_point" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "safe_to_use" TEXT NOT NULL,
    "best_time" TEXT NOT NULL,
    "messages" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "contact_point_client_id" ON "contact_point" ("client_id");

CREATE TABLE "allergy" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "substance" TEXT NOT NULL,
    "reaction" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "allergy_client_id" ON "allergy" ("client_id");

CREATE TABLE "care_team_member" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "treats" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "care_team_member_client_id" ON "care_team_member" ("client_id");

CREATE TABLE "medication" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "dose" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "prescriber" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_on" TEXT,
    "stopped_on" TEXT,
    "as_prescribed" TEXT NOT NULL,
    "kept" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "medication_client_id" ON "medication" ("client_id");

CREATE TABLE "support_person" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "relationship" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "lives" TEXT NOT NULL,
    "birth_date" TEXT,
    "influence" TEXT NOT NULL,
    "uses_substances" TEXT NOT NULL,
    "knows_of_treatment" TEXT NOT NULL,
    "client_wants" TEXT NOT NULL,
    "wants_involvement" TEXT NOT NULL,
    "ask_again_on" TEXT,
    "role_in_plan" TEXT NOT NULL,
    "aims" TEXT NOT NULL,
    "boundaries" TEXT NOT NULL,
    "naloxone_trained" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "support_person_client_id" ON "support_person" ("client_id");

CREATE TABLE "release" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "team_member_id" INTEGER,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "recipient_address" TEXT NOT NULL,
    "discloser" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_detail" TEXT NOT NULL,
    "not_included" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "signed_on" TEXT,
    "signed_by" TEXT NOT NULL,
    "expires_on" TEXT,
    "expires_when" TEXT NOT NULL,
    "revocation_explained" TEXT NOT NULL,
    "revoked_on" TEXT,
    "revoked_how" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "support_person" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("team_member_id") REFERENCES "care_team_member" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "release_client_id" ON "release" ("client_id");
CREATE INDEX "release_person_id" ON "release" ("person_id");
CREATE INDEX "release_team_member_id" ON "release" ("team_member_id");

CREATE TABLE "episode" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "referral_source" TEXT NOT NULL,
    "referral_detail" TEXT NOT NULL,
    "reason_for_coming" TEXT NOT NULL,
    "intake_on" TEXT,
    "intake_at" TEXT NOT NULL,
    "intoxicated_at_intake" TEXT NOT NULL,
    "admitted_on" TEXT,
    "legal_status" TEXT NOT NULL,
    "legal_requirements" TEXT NOT NULL,
    "required_until" TEXT,
    "counselor_id" INTEGER,
    "supervisor_id" INTEGER,
    "rights_explained_on" TEXT,
    "privacy_notice_on" TEXT,
    "discharged_on" TEXT,
    "discharge_reason" TEXT NOT NULL,
    "discharge_disposition" TEXT NOT NULL,
    FOREIGN KEY ("client_id") REFERENCES "client" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("counselor_id") REFERENCES "staff" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("supervisor_id") REFERENCES "staff" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "episode_client_id" ON "episode" ("client_id");
CREATE INDEX "episode_counselor_id" ON "episode" ("counselor_id");
CREATE INDEX "episode_supervisor_id" ON "episode" ("supervisor_id");

CREATE TABLE "level_of_care" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "decided_on" TEXT,
    "stopping_safely" TEXT NOT NULL,
    "stopping_safely_because" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "body_because" TEXT NOT NULL,
    "mind_and_safety" TEXT NOT NULL,
    "mind_and_safety_because" TEXT NOT NULL,
    "pull_back_to_use" TEXT NOT NULL,
    "pull_back_to_use_because" TEXT NOT NULL,
    "home_and_days" TEXT NOT NULL,
    "home_and_days_because" TEXT NOT NULL,
    "guide_edition" TEXT NOT NULL,
    "guide_rule" INTEGER,
    "recommended" TEXT NOT NULL,
    "chosen" TEXT NOT NULL,
    "withdrawal_suggested" TEXT NOT NULL,
    "withdrawal_chosen" TEXT NOT NULL,
    "arrangement" TEXT NOT NULL,
    "reason_for_difference" TEXT NOT NULL,
    "decided_by_id" INTEGER,
    "outside_tool" TEXT NOT NULL,
    "outside_level" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("decided_by_id") REFERENCES "staff" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "level_of_care_episode_id" ON "level_of_care" ("episode_id");
CREATE INDEX "level_of_care_decided_by_id" ON "level_of_care" ("decided_by_id");

CREATE TABLE "assessment" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "started_on" TEXT,
    "completed_on" TEXT,
    "assessor_id" INTEGER,
    "summary" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("assessor_id") REFERENCES "staff" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "assessment_episode_id" ON "assessment" ("episode_id");
CREATE INDEX "assessment_assessor_id" ON "assessment" ("assessor_id");

CREATE TABLE "area_of_life" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rating" INTEGER,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "area_of_life_assessment_id" ON "area_of_life" ("assessment_id");

CREATE TABLE "substance_use" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "injecting" TEXT NOT NULL,
    "shared_equipment" TEXT NOT NULL,
    "overdoses" INTEGER,
    "last_overdose_on" TEXT,
    "withdrawal_seizure" TEXT NOT NULL,
    "withdrawal_delirium" TEXT NOT NULL,
    "treatment_before" TEXT NOT NULL,
    "treatment_helped" TEXT NOT NULL,
    "longest_abstinence" TEXT NOT NULL,
    "naloxone_at_hand" TEXT NOT NULL,
    "naloxone_kept" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "substance_use_assessment_id" ON "substance_use" ("assessment_id");

CREATE TABLE "substance" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "substance_class" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "amount_low" REAL,
    "amount_high" REAL,
    "amount_unit" TEXT NOT NULL,
    "amount_per" TEXT NOT NULL,
    "days_of_30" INTEGER,
    "last_use_on" TEXT,
    "first_use_age" INTEGER,
    "years_of_use" REAL,
    "longest_without" TEXT NOT NULL,
    "usual_time" TEXT NOT NULL,
    "together_with" TEXT NOT NULL,
    "used_for" TEXT NOT NULL,
    "how_it_began" TEXT NOT NULL,
    "how_it_began_detail" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "concern" TEXT NOT NULL,
    "content_known" TEXT NOT NULL,
    "taken_as_prescribed" TEXT NOT NULL,
    "treatment_tried" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "substance_assessment_id" ON "substance" ("assessment_id");

CREATE TABLE "use_topics" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "substance_id" INTEGER NOT NULL,
    "larger_or_longer" TEXT NOT NULL,
    "cut_down" TEXT NOT NULL,
    "time_spent" TEXT NOT NULL,
    "craving" TEXT NOT NULL,
    "role_failure" TEXT NOT NULL,
    "people_problems" TEXT NOT NULL,
    "activities_given_up" TEXT NOT NULL,
    "hazardous" TEXT NOT NULL,
    "health_harm" TEXT NOT NULL,
    "tolerance" TEXT NOT NULL,
    "withdrawal" TEXT NOT NULL,
    "met" INTEGER,
    FOREIGN KEY ("substance_id") REFERENCES "substance" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "use_topics_substance_id" ON "use_topics" ("substance_id");

CREATE TABLE "physical_health" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "months_since_exam" INTEGER,
    "falls" INTEGER,
    "prescription_report_on" TEXT,
    "chest_pain" TEXT NOT NULL,
    "fever_with_injecting" TEXT NOT NULL,
    "head_injury" TEXT NOT NULL,
    "pain" INTEGER,
    "sleep_hours_low" REAL,
    "sleep_hours_high" REAL,
    "pregnancy" TEXT NOT NULL,
    "pregnancy_test_offered" TEXT NOT NULL,
    "contraception" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "physical_health_assessment_id" ON "physical_health" ("assessment_id");

CREATE TABLE "psychiatric_history" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "treated_before" TEXT NOT NULL,
    "treatment_detail" TEXT NOT NULL,
    "mania_signs" TEXT NOT NULL,
    "psychosis_signs" TEXT NOT NULL,
    "self_harm" TEXT NOT NULL,
    "suicide_attempts" INTEGER,
    "last_attempt_on" TEXT,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "psychiatric_history_assessment_id" ON "psychiatric_history" ("assessment_id");

CREATE TABLE "health_concern" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "times" INTEGER,
    "since" TEXT NOT NULL,
    "worse_when" TEXT NOT NULL,
    "while_using" TEXT NOT NULL,
    "checked" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "health_concern_assessment_id" ON "health_concern" ("assessment_id");

CREATE TABLE "trauma_safety" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "feels_safe_at_home" TEXT NOT NULL,
    "afraid_of_someone" TEXT NOT NULL,
    "trauma" TEXT NOT NULL,
    "weapons_at_home" TEXT NOT NULL,
    "weapons_kept" TEXT NOT NULL,
    "child_at_risk" TEXT NOT NULL,
    "adult_at_risk" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "trauma_safety_assessment_id" ON "trauma_safety" ("assessment_id");

CREATE TABLE "cognition_learning" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "concerns" TEXT NOT NULL,
    "memory" TEXT NOT NULL,
    "attention" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "head_injury_unconscious" TEXT NOT NULL,
    "hearing_or_vision" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "cognition_learning_assessment_id" ON "cognition_learning" ("assessment_id");

CREATE TABLE "family_dynamics" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "has_children" TEXT NOT NULL,
    "children_at_home" INTEGER,
    "custody_matter" TEXT NOT NULL,
    "family_uses" TEXT NOT NULL,
    "atmosphere" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "family_dynamics_assessment_id" ON "family_dynamics" ("assessment_id");

CREATE TABLE "relative" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "relative" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "relative_assessment_id" ON "relative" ("assessment_id");

CREATE TABLE "social_support" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "isolated" TEXT NOT NULL,
    "friends_use" TEXT NOT NULL,
    "coworkers_use" TEXT NOT NULL,
    "mutual_help_tried" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "social_support_assessment_id" ON "social_support" ("assessment_id");

CREATE TABLE "living_conditions" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "housing" TEXT NOT NULL,
    "lives_with" TEXT NOT NULL,
    "stable" TEXT NOT NULL,
    "substances_at_home" TEXT NOT NULL,
    "medicines_locked" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "phone_and_internet" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "living_conditions_assessment_id" ON "living_conditions" ("assessment_id");

CREATE TABLE "work_school" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "employment" TEXT NOT NULL,
    "occupation" TEXT NOT NULL,
    "work_days" TEXT NOT NULL,
    "work_from" TEXT NOT NULL,
    "work_until" TEXT NOT NULL,
    "job_at_risk" TEXT NOT NULL,
    "education" TEXT NOT NULL,
    "studies" TEXT NOT NULL,
    "credits_missing" INTEGER,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "work_school_assessment_id" ON "work_school" ("assessment_id");

CREATE TABLE "money_legal" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "income_source" TEXT NOT NULL,
    "rent_paid" TEXT NOT NULL,
    "debt" REAL,
    "debt_kind" TEXT NOT NULL,
    "gambling" TEXT NOT NULL,
    "legal_matters" TEXT NOT NULL,
    "legal_detail" TEXT NOT NULL,
    "next_court_date" TEXT,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "money_legal_assessment_id" ON "money_legal" ("assessment_id");

CREATE TABLE "stressors" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "main_stressor" TEXT NOT NULL,
    "recent_loss" TEXT NOT NULL,
    "loss" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "stressors_assessment_id" ON "stressors" ("assessment_id");

CREATE TABLE "readiness" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "importance" INTEGER,
    "confidence" INTEGER,
    "readiness" INTEGER,
    "why_not_lower" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "readiness_assessment_id" ON "readiness" ("assessment_id");

CREATE TABLE "culture_meaning" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "faith" TEXT NOT NULL,
    "practice" TEXT NOT NULL,
    "gives_meaning" TEXT NOT NULL,
    "used_to_enjoy" TEXT NOT NULL,
    "wants_in_plan" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "culture_meaning_assessment_id" ON "culture_meaning" ("assessment_id");

CREATE TABLE "preferences" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "expression" TEXT NOT NULL,
    "formats" TEXT NOT NULL,
    "times" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "aids" TEXT NOT NULL,
    "open_to" TEXT NOT NULL,
    "not_wanted" TEXT NOT NULL,
    "not_ready_for" TEXT NOT NULL,
    "helped_before" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "preferences_assessment_id" ON "preferences" ("assessment_id");

CREATE TABLE "hopes" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "asked_on" TEXT,
    "own_words" TEXT NOT NULL,
    "strengths_seen" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "a_year_from_now" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "hopes_assessment_id" ON "hopes" ("assessment_id");

CREATE TABLE "strength" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "strength_assessment_id" ON "strength" ("assessment_id");

CREATE TABLE "administration" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "instrument" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "given_on" TEXT,
    "answered_by" TEXT NOT NULL,
    "responses" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "administration_episode_id" ON "administration" ("episode_id");

CREATE TABLE "recorded_score" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "administration_id" INTEGER NOT NULL,
    "scale" TEXT NOT NULL,
    "value" REAL,
    "highest" REAL,
    "band" TEXT NOT NULL,
    FOREIGN KEY ("administration_id") REFERENCES "administration" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "recorded_score_administration_id" ON "recorded_score" ("administration_id");

CREATE TABLE "diagnosis" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "code_set" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "provisional" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "remission" TEXT NOT NULL,
    "specifiers" TEXT NOT NULL,
    "topics_met" INTEGER,
    "substance_id" INTEGER,
    "onset" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "diagnosed_by" TEXT NOT NULL,
    "diagnosed_on" TEXT,
    "to_be_confirmed_by" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    "entered_on" TEXT,
    "review_on" TEXT,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("substance_id") REFERENCES "substance" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "diagnosis_episode_id" ON "diagnosis" ("episode_id");
CREATE INDEX "diagnosis_substance_id" ON "diagnosis" ("substance_id");

CREATE TABLE "co_occurring" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "use_disorder_id" INTEGER,
    "condition_id" INTEGER,
    "came_first" TEXT NOT NULL,
    "drives" TEXT NOT NULL,
    "treated_by" TEXT NOT NULL,
    "integrated_step" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("use_disorder_id") REFERENCES "diagnosis" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("condition_id") REFERENCES "diagnosis" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "co_occurring_episode_id" ON "co_occurring" ("episode_id");
CREATE INDEX "co_occurring_use_disorder_id" ON "co_occurring" ("use_disorder_id");
CREATE INDEX "co_occurring_condition_id" ON "co_occurring" ("condition_id");

CREATE TABLE "test_result" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "taken_on" TEXT,
    "tested_for" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "confirmed" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "test_result_episode_id" ON "test_result" ("episode_id");

CREATE TABLE "service" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "times" INTEGER,
    "per" TEXT NOT NULL,
    "minutes" INTEGER,
    "span" INTEGER,
    "span_up_to" INTEGER,
    "span_unit" TEXT NOT NULL,
    "timing" TEXT NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "because_of" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "evidence_source" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_on" TEXT,
    "decision_reason" TEXT NOT NULL,
    "deferred_until" TEXT NOT NULL,
    "look_again_on" TEXT,
    "formats" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "day_times" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "starts_on" TEXT,
    "ends_on" TEXT,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "service_episode_id" ON "service" ("episode_id");

CREATE TABLE "safety_step" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "gate" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "done_on" TEXT,
    "done_by" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "safety_step_episode_id" ON "safety_step" ("episode_id");

CREATE TABLE "family_session" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "due_on" TEXT,
    "held_on" TEXT,
    "aims" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "family_session_episode_id" ON "family_session" ("episode_id");

CREATE TABLE "social_need" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "amount" REAL,
    "code" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "social_need_episode_id" ON "social_need" ("episode_id");

CREATE TABLE "referral" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "resource_id" INTEGER,
    "recipient" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "made_on" TEXT,
    "appointment_on" TEXT,
    "status" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "result_on" TEXT,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("resource_id") REFERENCES "resource" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "referral_episode_id" ON "referral" ("episode_id");
CREATE INDEX "referral_resource_id" ON "referral" ("resource_id");

CREATE TABLE "finding" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "domain" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "substance_id" INTEGER,
    "administration_id" INTEGER,
    "social_need_id" INTEGER,
    "diagnosis_id" INTEGER,
    FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("substance_id") REFERENCES "substance" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("administration_id") REFERENCES "administration" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("social_need_id") REFERENCES "social_need" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("diagnosis_id") REFERENCES "diagnosis" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "finding_assessment_id" ON "finding" ("assessment_id");
CREATE INDEX "finding_substance_id" ON "finding" ("substance_id");
CREATE INDEX "finding_administration_id" ON "finding" ("administration_id");
CREATE INDEX "finding_social_need_id" ON "finding" ("social_need_id");
CREATE INDEX "finding_diagnosis_id" ON "finding" ("diagnosis_id");

CREATE TABLE "need" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_reason" TEXT NOT NULL,
    "look_again_on" TEXT,
    "look_again_when" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "need_episode_id" ON "need" ("episode_id");

CREATE TABLE "goal" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "own_words" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "approach" TEXT NOT NULL,
    "domains" TEXT NOT NULL,
    "why_it_matters" TEXT NOT NULL,
    "builds_on" TEXT NOT NULL,
    "barriers" TEXT NOT NULL,
    "importance" INTEGER,
    "confidence" INTEGER,
    "target_on" TEXT,
    "status" TEXT NOT NULL,
    "status_reason" TEXT NOT NULL,
    "status_on" TEXT,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "goal_episode_id" ON "goal" ("episode_id");

CREATE TABLE "objective" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "goal_id" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "baseline" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "due_on" TEXT,
    "review_when" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_reason" TEXT NOT NULL,
    FOREIGN KEY ("goal_id") REFERENCES "goal" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "objective_goal_id" ON "objective" ("goal_id");

CREATE TABLE "intervention" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "times" INTEGER,
    "per" TEXT NOT NULL,
    "minutes" INTEGER,
    "span" INTEGER,
    "span_up_to" INTEGER,
    "span_unit" TEXT NOT NULL,
    "timing" TEXT NOT NULL,
    "goal_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "service_id" INTEGER,
    "places" TEXT NOT NULL,
    "starts_on" TEXT,
    "due_on" TEXT,
    FOREIGN KEY ("goal_id") REFERENCES "goal" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("service_id") REFERENCES "service" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "intervention_goal_id" ON "intervention" ("goal_id");
CREATE INDEX "intervention_service_id" ON "intervention" ("service_id");

CREATE TABLE "progress" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "goal_id" INTEGER NOT NULL,
    "noted_on" TEXT,
    "objective_id" INTEGER,
    "client_rating" INTEGER,
    "attainment_client" INTEGER,
    "attainment_counselor" INTEGER,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("goal_id") REFERENCES "goal" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("objective_id") REFERENCES "objective" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "progress_goal_id" ON "progress" ("goal_id");
CREATE INDEX "progress_objective_id" ON "progress" ("objective_id");

CREATE TABLE "aftercare_step" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "times" INTEGER,
    "per" TEXT NOT NULL,
    "minutes" INTEGER,
    "span" INTEGER,
    "span_up_to" INTEGER,
    "span_unit" TEXT NOT NULL,
    "timing" TEXT NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "from_month" REAL,
    "until_month" REAL,
    "starts_on" TEXT,
    "where_or_who" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "fits_life" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "aftercare_step_episode_id" ON "aftercare_step" ("episode_id");

CREATE TABLE "prevention_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "person_id" INTEGER,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "support_person" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "prevention_entry_episode_id" ON "prevention_entry" ("episode_id");
CREATE INDEX "prevention_entry_person_id" ON "prevention_entry" ("person_id");

CREATE TABLE "follow_up" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "repeats" TEXT NOT NULL,
    "due_on" TEXT,
    "held_on" TEXT,
    "condition" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "follow_up_episode_id" ON "follow_up" ("episode_id");

CREATE TABLE "discharge_criterion" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "discussed_on" TEXT,
    "met" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "discharge_criterion_episode_id" ON "discharge_criterion" ("episode_id");

CREATE TABLE "contact" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "held_on" TEXT,
    "held_at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "attendance" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "interpreter" TEXT NOT NULL,
    "minutes" INTEGER,
    "felt_heard" INTEGER,
    "worked_on_mine" INTEGER,
    "way_fits" INTEGER,
    "right_overall" INTEGER,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "contact_episode_id" ON "contact" ("episode_id");

CREATE TABLE "counseling_note" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "written_on" TEXT,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "counseling_note_episode_id" ON "counseling_note" ("episode_id");

CREATE TABLE "plan_version" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "episode_id" INTEGER NOT NULL,
    "number" INTEGER,
    "status" TEXT NOT NULL,
    "dated_on" TEXT,
    "author_id" INTEGER,
    "reason" TEXT NOT NULL,
    "reason_detail" TEXT NOT NULL,
    "took_part" TEXT NOT NULL,
    "client_comment" TEXT NOT NULL,
    "copy_given_on" TEXT,
    "next_review_on" TEXT,
    "cultural_fit" TEXT NOT NULL,
    "effectiveness_measured_by" TEXT NOT NULL,
    "satisfaction_asked" TEXT NOT NULL,
    FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("author_id") REFERENCES "staff" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "plan_version_episode_id" ON "plan_version" ("episode_id");
CREATE INDEX "plan_version_author_id" ON "plan_version" ("author_id");

CREATE TABLE "session_person" (
    "session_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    PRIMARY KEY ("session_id", "person_id"),
    FOREIGN KEY ("session_id") REFERENCES "family_session" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "support_person" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "session_person_session_id" ON "session_person" ("session_id");
CREATE INDEX "session_person_person_id" ON "session_person" ("person_id");

CREATE TABLE "need_finding" (
    "need_id" INTEGER NOT NULL,
    "finding_id" INTEGER NOT NULL,
    PRIMARY KEY ("need_id", "finding_id"),
    FOREIGN KEY ("need_id") REFERENCES "need" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("finding_id") REFERENCES "finding" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "need_finding_need_id" ON "need_finding" ("need_id");
CREATE INDEX "need_finding_finding_id" ON "need_finding" ("finding_id");

CREATE TABLE "need_referral" (
    "need_id" INTEGER NOT NULL,
    "referral_id" INTEGER NOT NULL,
    PRIMARY KEY ("need_id", "referral_id"),
    FOREIGN KEY ("need_id") REFERENCES "need" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("referral_id") REFERENCES "referral" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "need_referral_need_id" ON "need_referral" ("need_id");
CREATE INDEX "need_referral_referral_id" ON "need_referral" ("referral_id");

CREATE TABLE "need_safety_step" (
    "need_id" INTEGER NOT NULL,
    "safety_step_id" INTEGER NOT NULL,
    PRIMARY KEY ("need_id", "safety_step_id"),
    FOREIGN KEY ("need_id") REFERENCES "need" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("safety_step_id") REFERENCES "safety_step" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "need_safety_step_need_id" ON "need_safety_step" ("need_id");
CREATE INDEX "need_safety_step_safety_step_id" ON "need_safety_step" ("safety_step_id");

CREATE TABLE "need_service" (
    "need_id" INTEGER NOT NULL,
    "service_id" INTEGER NOT NULL,
    PRIMARY KEY ("need_id", "service_id"),
    FOREIGN KEY ("need_id") REFERENCES "need" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("service_id") REFERENCES "service" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "need_service_need_id" ON "need_service" ("need_id");
CREATE INDEX "need_service_service_id" ON "need_service" ("service_id");

CREATE TABLE "goal_need" (
    "goal_id" INTEGER NOT NULL,
    "need_id" INTEGER NOT NULL,
    PRIMARY KEY ("goal_id", "need_id"),
    FOREIGN KEY ("goal_id") REFERENCES "goal" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("need_id") REFERENCES "need" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "goal_need_goal_id" ON "goal_need" ("goal_id");
CREATE INDEX "goal_need_need_id" ON "goal_need" ("need_id");

CREATE TABLE "intervention_objective" (
    "intervention_id" INTEGER NOT NULL,
    "objective_id" INTEGER NOT NULL,
    PRIMARY KEY ("intervention_id", "objective_id"),
    FOREIGN KEY ("intervention_id") REFERENCES "intervention" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("objective_id") REFERENCES "objective" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "intervention_objective_intervention_id" ON "intervention_objective" ("intervention_id");
CREATE INDEX "intervention_objective_objective_id" ON "intervention_objective" ("objective_id");

CREATE TABLE "contact_objective" (
    "contact_id" INTEGER NOT NULL,
    "objective_id" INTEGER NOT NULL,
    PRIMARY KEY ("contact_id", "objective_id"),
    FOREIGN KEY ("contact_id") REFERENCES "contact" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("objective_id") REFERENCES "objective" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "contact_objective_contact_id" ON "contact_objective" ("contact_id");
CREATE INDEX "contact_objective_objective_id" ON "contact_objective" ("objective_id");
