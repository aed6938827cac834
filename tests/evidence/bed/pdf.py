"""Small PDF files, written by hand."""

import io

import pypdf


def make_pdf(*pages: str, title: str = "") -> bytes:
    """A PDF with one line of text on each page; an empty one is a page without text."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, text in enumerate(pages):
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        drawing = f"BT /F1 12 Tf 72 720 Td ({escaped}) Tj ET" if text else ""
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        contents = f"/Contents {5 + 2 * index} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {font} {contents} >>")
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    return _file(objects)


def encrypted(body: bytes, reader: str = "secret") -> bytes:
    """The same PDF, which asks for a password, also to read it unless that is empty."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(body))
    writer.encrypt(reader, "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _file(objects: list[str]) -> bytes:
    out = "%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>"
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + end).encode("latin-1")
