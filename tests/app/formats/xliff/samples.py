"""Small XLIFF files of either version, with everything that has to stay as it is."""

TWO = """<?xml version='1.0' encoding="utf-8"?>
<!-- kept -->
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de" xmlns:my="urn:x-own">
 <file id="f1" original="desk/bridge.html" my:flag='yes'>
  <skeleton href="bridge.skl"/>
  <unit id="u1" name="headline">
   <my:extra id="e1"><![CDATA[<kept>]]></my:extra>
   <notes><note>Keep it short.</note></notes>
   <originalData><data id="d1">&lt;br/></data></originalData>
   <segment id="s1" state="translated"   subState="my:draft">
    <source>The bridge<ph id="1" dataRef="d1" equiv="br"/> is <pc id="2" type="fmt" subType="xlf:b">closed</pc>.</source>
    <target>Die Brücke<ph id="1" dataRef="d1" equiv="br"/> ist <pc id="2" type="fmt" subType="xlf:b">zu</pc>.</target>
   </segment>
   <ignorable><source> </source></ignorable>
   <segment>
    <source>Nobody <mrk id="m1" translate="no">crossed</mrk> it.</source>
   </segment>
  </unit>
  <unit id="u2" translate="no"><segment><source>ABC-123</source></segment></unit>
  <unit id="u3"><segment state="final"><source>It rained.</source><target>Es regnete.</target></segment></unit>
 </file>
 <file id="f2"><unit id="u1"><segment><source>Second story.</source><target/></segment></unit></file>
</xliff>
""".encode()

ONE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="bridge.txt" source-language="en" target-language="de" datatype="plaintext">
  <header><note>Kept &#228;s it is.</note></header>
  <body>
   <group id="g1">
    <trans-unit id="1" approved="yes">
     <source>The <g id="a" ctype="bold">bridge</g> is<x id="b"/> closed.</source>
     <target state="translated">Die <g id="a" ctype="bold">Brücke</g> ist<x id="b"/> zu.</target>
     <note from="desk">Short.</note>
     <alt-trans><source>The bridge.</source><target>Die Bruecke.</target></alt-trans>
    </trans-unit>
    <trans-unit id="2">
     <source>One. Two.</source>
     <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>
    </trans-unit>
    <trans-unit id="3" translate="no"><source>ABC</source></trans-unit>
   </group>
  </body>
 </file>
</xliff>
""".encode("latin-1")
