<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>GradLedger</name>
    <message numerus="yes">
        <source>%n earlier line(s)</source>
        <translation>
            <numerusform>%n earlier line</numerusform>
            <numerusform>%n earlier lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutputText</name>
    <message numerus="yes">
        <source>… (%n more characters)</source>
        <translation>
            <numerusform>… (%n more character)</numerusform>
            <numerusform>… (%n more characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::FigureView</name>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n curve</numerusform>
            <numerusform>%n curves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::TapeView</name>
    <message numerus="yes">
        <source>%n contributions of %1 have reached %2</source>
        <translation>
            <numerusform>%n contribution of %1 has reached %2</numerusform>
            <numerusform>%n contributions of %1 have reached %2</numerusform>
        </translation>
    </message>
</context>
</TS>
