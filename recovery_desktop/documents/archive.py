"""Turns a drawn file into an archive file: PDF/A-2a and PDF/UA-1, with structure tree, XMP, colour intent and language.

A document with a file attached is PDF/A-3a, and an encrypted copy is no archive file any more: see `copies`.

Nothing in it depends on the moment: the same pages with the same date and facts give the same bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from recovery_desktop.documents.tags import Element

PROGRAM = "Recovery Desktop"


@dataclass(frozen=True)
class About:
    """What the file says of itself. No client's name belongs here."""

    title: str
    author: str
    subject: str
    lang: str  # as in "en-US"
    made: datetime  # with a time zone


def finish(drawn: bytes, tree: Sequence[Element], about: About) -> bytes:
    """The drawn file with everything an archive and a screen reader need."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        root = pdf.Root
        root.Lang = String(about.lang)
        root.MarkInfo, root.ViewerPreferences = Dictionary(Marked=True), Dictionary(DisplayDocTitle=True)
        root.OutputIntents = Array([pdf.make_indirect(_colour_intent(pdf))])
        root.StructTreeRoot = _structure(pdf, tree)
        _drop_unembedded_fonts(pdf)
        _say_about(pdf, about)
        out = io.BytesIO()
        pdf.save(out, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)  # the date and time at which the profile was made up
    return bytes(profile)


def _colour_intent(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(_srgb(), N=3),
    )


def _structure(pdf: pikepdf.Pdf, tree: Sequence[Element]) -> pikepdf.Object:
    """The structure tree, with the way back from each mark on a page to its element."""
    pages: list[pikepdf.Object] = [page.obj for page in pdf.pages]
    marks: dict[int, dict[int, pikepdf.Object]] = {}
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))

    def built(element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = pdf.make_indirect(_structure_element(element, parent))
        for page, mark in element.marks:
            marks.setdefault(page, {})[mark] = made
        content = [Dictionary(Type=Name.MCR, Pg=pages[page - 1], MCID=mark) for page, mark in element.marks]
        made.K = Array([*content, *(built(kid, made) for kid in element.kids)])
        return made

    top.K = Array([built(element, top) for element in tree])
    numbers: list[object] = []
    for page, found in sorted(marks.items()):
        pages[page - 1].StructParents = page - 1
        numbers += [page - 1, Array([found[mark] for mark in range(len(found))])]
    root.K = top
    root.ParentTree, root.ParentTreeNextKey = pdf.make_indirect(Dictionary(Nums=Array(numbers))), len(pages)
    for sheet in pages:
        sheet.Tabs = Name.S
    return root


def _structure_element(element: Element, parent: pikepdf.Object) -> Dictionary:
    made = Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent)
    if element.scope:
        made.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    if element.box:
        made.Alt = String(element.alt)
        made.A = Dictionary(O=Name.Layout, BBox=Array([round(v, 2) for v in element.box]), Placement=Name.Block)
    return made


def _drop_unembedded_fonts(pdf: pikepdf.Pdf) -> None:
    """ReportLab lists Helvetica on every page although nothing uses it, and an archive file must embed all fonts."""
    for page in pdf.pages:
        fonts = page.Resources.get("/Font", Dictionary())
        for key in [key for key, font in fonts.items() if "/FontDescriptor" not in font]:
            del fonts[key]


def _say_about(pdf: pikepdf.Pdf, about: About) -> None:
    """Title, author and dates, the same in the old place and in XMP."""
    made = about.made.replace(microsecond=0)
    stamp = made.strftime("D:%Y%m%d%H%M%S") + made.strftime("%z")[:3] + "'" + made.strftime("%z")[3:5] + "'"
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Author=String(about.author),
            Subject=String(about.subject),
            Creator=String(PROGRAM),
            Producer=String(PROGRAM),
            CreationDate=String(stamp),
            ModDate=String(stamp),
        )
    )
    packet = _XMP.format(
        title=escape(about.title),
        author=escape(about.author),
        subject=escape(about.subject),
        program=PROGRAM,
        lang=escape(about.lang),
        made=made.isoformat(),
    )
    pdf.Root.Metadata = pdf.make_indirect(pikepdf.Stream(pdf, packet.encode(), Type=Name.Metadata, Subtype=Name.XML))


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
