"""What was found about the example client; nobody in it is real."""

from recovery_desktop.documents.plan_findings import (
    Area,
    AreaState,
    CareTeamMember,
    Client,
    CoOccurring,
    Diagnosis,
    Episode,
    Finding,
    Need,
    SafetyStep,
    Score,
    SubstanceUse,
)

COUNSELOR = "D. Whitfield"
ASKED = AreaState.ASSESSED

CLIENT = Client(
    name="Priya Shah",
    called="Priya",
    initials="P. S.",
    record="RD-000123",
    born="4 May 1997",
    age="29",
    pronouns="she/her",
    languages="English, Gujarati",
    interpreter="no interpreter",
    allergies="none known",
    emergency_contact="Anjali Shah, sister, 555-0171",
)
EPISODE = Episode(
    admitted="10 September 2026",
    referred_by="herself",
    level_of_care="Intensive outpatient, mornings or online",
    level_set_by="D. Whitfield with the Care Intensity Guide, rule 5",
    payer="self-pay",
    legal_status="none",
    counselor="Dana Whitfield, LCADC",
    next_review="9 October 2026",
)
AREAS = (
    Area("Mental", ASKED, 4, ("G2",)),
    Area("Emotional", ASKED, 5, ("G3",)),
    Area("Physical", ASKED, 4, ("G1",)),
    Area("Social", ASKED, 4, ("G5",)),
    Area("Spiritual", ASKED, 6, ("G5",)),
    Area("Family", ASKED, 7),
    Area("Housing", ASKED, 9),
    Area("Work", ASKED, 6),
    Area("Money", ASKED, 4, ("G6",)),
    Area("Legal", ASKED, 10),
    Area("Learning and leisure", ASKED, 3, ("G3", "G4")),
)
FINDINGS = (
    Finding(
        "Physical",
        "Cocaine 10 of 30 days, 1 to 1.5 g a night, content unknown. Cannabis 8 days, alcohol 5 days with it, vape "
        "daily. Palpitations twice while using. Last examination 14 months ago.",
        "No injecting, no overdose; no medicine",
        ("N1", "N2", "N3", "N4", "N10"),
    ),
    Finding(
        "Mental",
        "Worry since school, worse in crowds. Sleep 5 to 6 hours. No self-harm, no suicide attempt, suicide screen "
        "negative. Mother had depression.",
        "Wants help with the worry itself",
        ("N5",),
    ),
    Finding(
        "Emotional",
        "Little that gives pleasure outside work since the late shifts began.",
        "Remembers dancing",
        ("N6",),
    ),
    Finding(
        "Social, spiritual", "Two close friends and a co-worker use. Temple on festivals.", "Easy with people", ("N8",)
    ),
    Finding(
        "Work, money",
        "Restaurant assistant manager, Tuesday to Saturday 15:00 to 23:30; one missed shift. $2,400 in card debt.",
        "Trusted at work; rent paid",
        ("N9",),
    ),
    Finding(
        "Family, housing",
        "Shares a flat with her sister Anjali; feels safe at home. Parents overseas do not know.",
        "Anjali stands by her",
        ("N11",),
    ),
    Finding(
        "Learning and leisure",
        "Bachelor’s degree begun, 40 credits short. No learning difficulty.",
        "Likes written summaries",
        ("N7",),
    ),
    Finding("Legal", "Asked; none."),
)
SUBSTANCES = (
    SubstanceUse("Cocaine", "nasal", "1 to 1.5 g a night", "10", "3 days ago", "24", "5 of 11"),
    SubstanceUse("Cannabis", "smoked", "1 joint, to come down", "8", "3 days ago", "19", "2 of 11"),
    SubstanceUse("Alcohol", "drunk", "2 to 3 drinks, with cocaine", "5", "3 days ago", "18", "1 of 11"),
    SubstanceUse("Nicotine", "vaped", "daily", "30", "today", "22", "3 of 11"),
)
SCORES = (
    Score("GAD-7", "worry", "10 September 2026", "14", "moderate"),
    Score("PHQ-9", "low mood", "10 September 2026", "9", "mild"),
    Score("DAST-10", "drug use", "10 September 2026", "5", "moderate"),
    Score("AUDIT", "alcohol", "10 September 2026", "5", "zone I"),
    Score("BARC-10", "recovery capital", "10 September 2026", "39", "below 47"),
    Score("ASQ", "suicide risk", "10 September 2026", "–", "negative"),
)
SAFETY = (
    SafetyStep(
        "Cocaine of unknown content",
        "Bought from a co-worker, never tested",
        "Naloxone kit given and shown, kept in the kitchen drawer; Anjali knows how to use it. Overdose education.",
        COUNSELOR,
        "10 September",
        "done",
    ),
    SafetyStep(
        "Palpitations while using",
        "Twice this summer, no chest pain",
        "Heart check. Chest pain while using: 911 at once.",
        "L. Abara, MD",
        "24 September",
        "open",
        True,
    ),
)
NEEDS = (
    Need("N1", "Cocaine on and after closing shifts", "addressed", "G1"),
    Need("N2", "Cocaine of unknown content: overdose", "addressed", "G1, safety steps"),
    Need("N3", "Cannabis and alcohol to come down", "addressed", "G1"),
    Need("N4", "Palpitations; examination overdue", "referred", "G2, physician 24 September", stands_out=True),
    Need("N5", "Worry and short sleep", "addressed", "G2"),
    Need("N6", "No pleasure or movement of her own", "addressed", "G3"),
    Need("N7", "Degree unfinished, tied to late shifts", "addressed", "G4"),
    Need("N8", "Friends and co-worker use", "addressed", "G5"),
    Need("N9", "Card debt; payday is a trigger", "addressed", "G6"),
    Need("N10", "Nicotine vape daily", "deferred", "week 6", "“one thing at a time”", True),
    Need("N11", "Parents do not know", "declined", "", "no contact, at her wish; asked again in week 8", True),
)
DIAGNOSES = (
    Diagnosis("F14.20", "Cocaine use disorder, moderate", "moderate", "principal", True, COUNSELOR, "5 of 11 topics"),
    Diagnosis("F12.10", "Cannabis use disorder, mild", "mild", "co-occurring", True, COUNSELOR, "2 of 11 topics"),
    Diagnosis("F17.290", "Tobacco use disorder, mild", "mild", "co-occurring", True, COUNSELOR, "3 of 11 topics"),
    Diagnosis("F41.1", "Generalized anxiety disorder", "", "co-occurring", True, COUNSELOR, "GAD-7 14; since school"),
    Diagnosis("Z56.3", "Stressful work schedule", "", "social factor", False, COUNSELOR),
    Diagnosis("Z59.868", "Other financial insecurity", "", "social factor", False, COUNSELOR),
)
PAIRS = (
    CoOccurring(
        "Cocaine use disorder",
        "generalized anxiety",
        "the worry",
        "Using switches the worry off for a night and makes sleep and worry worse after.",
        COUNSELOR,
        "CBT with exposure, planned around closing shifts",
    ),
)
TEAM = (
    CareTeamMember("Lydia Abara, MD", "physician", "heart check, sleep", "Harbor Family Medicine, 555-0174"),
    CareTeamMember("Marisol Reyes", "peer coach", "text before closing shifts", "555-0173"),
    CareTeamMember("Rafael Okafor, LCSW", "supervisor", "confirms the diagnoses", "555-0172"),
)
