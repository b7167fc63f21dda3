"""The rules of XLIFF 2: a sound unit, and what each rule says about a broken one."""

import pytest

from app.errors import UserError
from app.formats import format_named

XLIFF = format_named("xliff")
NAMESPACES = (
    'xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" '
    'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" '
    'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" '
    'xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0" xmlns:my="urn:x-own"'
)
FIXED = 'canReorder="{}" canCopy="no" canDelete="no"'


def document(body, head='srcLang="en" trgLang="de"'):
    return f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" {NAMESPACES} {head}>{body}</xliff>'.encode()


def unit(inside, before="", attributes=""):
    return document(f'<file id="f1"><unit id="u1" {attributes}>{before}{inside}</unit></file>')


def segment(source, target=None, attributes=""):
    return f"<segment {attributes}><source>{source}</source>{'' if target is None else f'<target>{target}</target>'}</segment>"


SOUND = {
    "plain": unit(segment("Rain.", "Regen.")),
    "pairs over segments": unit(segment('<sc id="1"/>Rain') + segment('fell<ec startRef="1"/>.')),
    "lone halves": unit(segment('<sc id="1" isolated="yes"/>Rain<ec id="2" isolated="yes" fs:fs="b"/>')),
    "comment": unit(segment('<mrk id="m" type="comment" ref="#n=n1">Rain</mrk>'), '<notes><note id="n1">x</note></notes>'),
    "copy": unit(segment('<ph id="1"/><ph id="2" copyOf="1"/>')),
    "fixed order": unit(segment(f'<ph id="1" {FIXED.format("firstNo")}/><ph id="2" {FIXED.format("no")}/>')),
    "own": unit(segment("Rain"), '<my:any id="1" my:x="y"><my:deep/></my:any>', 'my:flag="1"'),
    "order": unit(
        segment("a", "b").replace("<target>", '<target order="2">') + segment("a", "b").replace("<target>", '<target order="1">')
    ),
    "glossary": unit(
        segment("Rain"),
        "<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>",
    ),
    "match": unit(
        segment("Rain", attributes='id="s"'),
        '<mtc:matches><mtc:match ref="#s"><source>a</source><target>b</target></mtc:match></mtc:matches>',
    ),
    "sizes": unit(segment("Rain"), "", 'slr:sizeRestriction="10,*"'),
    "control": unit(segment('<cp hex="0007"/>Rain')),
}

BROKEN = {
    "incomplete or in the wrong order": [
        document(""),
        document('<file id="f1"/>'),
        unit(segment("a", "b").replace("<source>a</source>", "")),
        unit(segment("a") + "<notes><note>x</note></notes>"),
        unit(segment("a"), "<notes/>"),
        unit(segment("a"), "<mda:metadata><mda:meta type='x'>a</mda:meta></mda:metadata>"),
        unit(segment("a <my:x/>")),
    ],
    "may not hold text": [unit("text" + segment("a"))],
    "lacks the attribute": [
        document('<file><unit id="1"><segment><source>a</source></segment></unit></file>'),
        document('<file id="f"><unit id="1"><segment><source>a</source></segment></unit></file>', ""),
        unit(segment("<ph/>a")),
    ],
    "may not have the attribute": [
        unit(segment("a", attributes='translate="no"')),
        unit(segment('<pc id="1" my:x="1">a</pc>')),
        unit(segment("a"), "", 'fs:bad="b"'),
        unit(segment("a", attributes='my:x="1"')),
    ],
    "cannot be the value": [
        unit(segment("a", attributes='state="done"')),
        document('<file id="f 1"><unit id="1"><segment><source>a</source></segment></unit></file>'),
        document('<file id="f"><unit id="1"><segment><source>a</source></segment></unit></file>', 'srcLang="e"'),
        unit(segment("a"), "", 'fs:fs="paragraph"'),
        unit(segment("a"), "", 'slr:sizeRestriction="ten"'),
        unit(segment("a"), '<val:validation><val:rule isPresent="a" occurs="0"/></val:validation>'),
        unit(segment('<pc id="1" slr:equivStorage="7.5">a</pc>')),
        unit(
            segment("a"),
            '<ctr:changeTrack><ctr:revisions appliesTo="note" ref="n"><ctr:revision><ctr:item property="priority">1</ctr:item></ctr:revision>'
            '</ctr:revisions></ctr:changeTrack><notes><note id="n">x</note></notes>',
        ),
    ],
    "no element <rules>": [unit(segment("a"), "<val:rules/>")],
    "stands twice": [
        unit(segment("a", attributes='id="s"') + segment("b", attributes='id="s"')),
        unit(segment('<ph id="1"/><ph id="1"/>')),
        unit(segment("a"), '<notes><note id="n">x</note><note id="n">y</note></notes>'),
        unit(segment("a"), '<my:x id="1"/><my:x id="1"/>'),
        document('<file id="f"><unit id="1"><segment><source>a</source></segment></unit></file>' * 2),
        unit(
            segment("a"),
            "<mda:metadata><mda:metaGroup id='g'><mda:meta type='x'/></mda:metaGroup><mda:metaGroup id='g'><mda:meta type='x'/></mda:metaGroup></mda:metadata>",
        ),
    ],
    "but the file says": [unit(segment("a", "b").replace("<target>", '<target xml:lang="fr">')), unit(segment("a"), "", 'xml:lang="fr"')],
    "does not say in which language": [
        document('<file id="f"><unit id="u"><segment><source>a</source><target>b</target></segment></unit></file>', 'srcLang="en"')
    ],
    "white space": [unit(segment("a", "b").replace("<source>", '<source xml:space="preserve">'))],
    "order of the targets": [unit(segment("a", "b").replace("<target>", '<target order="2">') + segment("a", "b"))],
    "skeleton": [document('<file id="f"><skeleton/><unit id="u"><segment><source>a</source></segment></unit></file>')],
    "holds no segment": [unit("<ignorable><source> </source></ignorable>")],
    "without": [
        unit(segment("a", attributes='subState="my:x"')),
        unit(segment('<ph id="1" subType="xlf:b"/>')),
        unit(segment("a"), "", 'fs:subFs="a,b"'),
    ],
    "other half": [
        unit(segment('<sc id="1"/>a')),
        unit(segment('<ec startRef="1"/>a<sc id="1"/>')),
        unit(segment('<sm id="1"/>a')),
        unit(segment('<ec startRef="1" isolated="yes"/>a')),
        unit(segment('<sc id="1"/>a<ec startRef="1" id="2"/>')),
    ],
    "two halves": [unit(segment('<sc id="1" canDelete="no"/>a<ec startRef="1"/>'))],
    "is not there": [
        unit(segment('<ph id="1" dataRef="d1"/>')),
        unit(segment('<ph id="1" subFlows="u9"/>')),
        unit(segment("a"), '<mtc:matches><mtc:match ref="#u1"><source>a</source><target>b</target></mtc:match></mtc:matches>'),
        unit(segment("a"), "", 'slr:sizeInfoRef="x"'),
    ],
    "copy of what": [unit(segment('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>')), unit(segment('<ph id="2" copyOf="9"/>'))],
    "may not be deleted": [unit(segment('<ph id="1" canDelete="no"/>a', "b"))],
    "neither copied nor deleted": [unit(segment('<ph id="1" canReorder="firstNo"/>'))],
    "what it follows": [unit(segment(f'<ph id="1" {FIXED.format("no")}/>'))],
    "in another order": [
        unit(
            segment(
                f'<ph id="1" {FIXED.format("firstNo")}/><ph id="2" {FIXED.format("no")}/><ph id="3"/>',
                f'<ph id="1" {FIXED.format("firstNo")}/><ph id="3"/><ph id="2" {FIXED.format("no")}/>',
            )
        )
    ],
    "needs either a text or a note": [
        unit(segment('<mrk id="m" type="comment">a</mrk>')),
        unit(segment('<mrk id="m" type="comment" ref="#n1">a</mrk>'), '<notes><note id="n1">x</note></notes>'),
    ],
    "XML can hold": [unit(segment('<cp hex="0041"/>'))],
    "go with this type": [unit(segment('<ph id="1" type="ui" subType="xlf:b"/>'))],
    "no reference inside": [
        unit(segment(f'<mrk id="m" type="my:x" ref="{reference}">a</mrk>'))
        for reference in ("#n/n1", "#/u=u1/f=f1", "#/f=f1/u=u1/my=1", "#a/b")
    ],
    "neither a translation nor": [
        unit(segment("a"), "<gls:glossary><gls:glossEntry><gls:term>a</gls:term></gls:glossEntry></gls:glossary>")
    ],
    "either an address or content": [
        unit(segment("a"), '<res:resourceData><res:resourceItem id="r"><res:source/></res:resourceItem></res:resourceData>')
    ],
    "exactly one thing": [unit(segment("a"), "<val:validation><val:rule/></val:validation>")],
    "about the source must": [unit(segment("a"), '<val:validation><val:rule isNotPresent="x" existsInSource="yes"/></val:validation>')],
    "where it may not be": [
        unit(segment('<sc id="1"/>a<ec startRef="1" slr:sizeInfo="1"/>')),
        unit(segment("a"), "", 'slr:sizeInfo="1" slr:sizeInfoRef="x"'),
    ],
    "no XLIFF of version": [document("").replace(b"2.2", b"4.0")],
}


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_a_sound_file_is_read(data):
    assert XLIFF.read_aligned(data).stories


@pytest.mark.parametrize(("words", "data"), [(words, data) for words, files in BROKEN.items() for data in files])
def test_a_broken_file_is_refused_with_the_rule_it_breaks(words, data):
    with pytest.raises(UserError) as refusal:
        XLIFF.read_aligned(data)
    assert words in str(refusal.value)
