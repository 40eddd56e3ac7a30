<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ui::TraceCard</name>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message numerus="yes">
        <source>none of its %n addresses is %1</source>
        <translation>
            <numerusform>its address is not %1</numerusform>
            <numerusform>none of its %n addresses is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no match (the included record gave %1, costs %n terms)</source>
        <translation>
            <numerusform>no match (the included record gave %1, costs %n term)</numerusform>
            <numerusform>no match (the included record gave %1, costs %n terms)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more questions)</source>
        <translation>
            <numerusform>(and %n more question)</numerusform>
            <numerusform>(and %n more questions)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
</TS>
