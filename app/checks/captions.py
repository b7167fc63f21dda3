"""Captions and picture credits that lost their picture."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

CAPTION = Check(
    id="artefact.caption",
    title=N_("Stray caption or picture credit"),
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    what=N_("A picture credit or caption in the running text that the source does not have."),
    why=N_("Without its picture it makes no sense, and a credit in the wrong place helps no photographer."),
    silence=N_("Switch it off where your house sets credits in the text."),
    flags=(
        example(("The gallery opened.", "Die Galerie öffnete."), ("", "Foto: Ottilie Brand/dpa")),
        example(("The gallery opened.", "Die Galerie öffnete."), ("", "Image credit: Getty Images")),
        example(("The gallery opened.", "Die Galerie öffnete."), ("", "© Reuters")),
        example(("The gallery opened.", "Die Galerie öffnete."), ("", "Bildunterschrift: Besucher vor dem Haupteingang")),
    ),
    passes=(
        example(("(Image: Getty Images)", "(Bild: Getty Images)")),
        example(("Getty Images sued the company.", "Getty Images verklagte das Unternehmen.")),
        example(("The photo shows the mayor in Brackwede.", "Das Foto zeigt den Bürgermeister in Brackwede.")),
        example(("Source: Office for Statistics", "Quelle: Statistikamt")),
    ),
    of_row=act_finder(Act.CAPTION, N_("“{passage}” is a caption or a credit without its picture.")),
)

CHECKS = (CAPTION,)
