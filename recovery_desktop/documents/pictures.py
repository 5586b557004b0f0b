"""Pictures the counselor chose, a logo or a written signature: made small and plain enough for an archive file."""

import io

from PIL import Image

_LONGEST = 900  # pixels; more than 300 a printed inch at the sizes we use


def readable_picture(data: bytes) -> Image.Image | None:
    """The picture on white, without transparency; None when there is none or it cannot be read."""
    if not data:
        return None
    try:
        with Image.open(io.BytesIO(data)) as source:
            source.thumbnail((_LONGEST, _LONGEST))
            picture = source.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")
