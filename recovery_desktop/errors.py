"""What went wrong and the counselor can act on. Everything else that goes wrong is our bug."""


class KnownError(Exception):
    """An error with words for the counselor: what happened, what is safe, what to do next.

    The three texts are translated sentences without client text, ready to be shown.
    """

    def __init__(self, cause: str, kept: str, remedy: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.kept = kept
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (self.cause, self.kept, self.remedy) if part)
