<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckWords</name>
    <message numerus="yes">
        <source>%n more number(s) were not checked.</source>
        <translation>
            <numerusform>%n more number was not checked.</numerusform>
            <numerusform>%n more numbers were not checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n value(s) that were set belong to no leaf of the program.</source>
        <translation>
            <numerusform>%n value that was set belongs to no leaf of the program.</numerusform>
            <numerusform>%n values that were set belong to no leaf of the program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no figure %1: the program draws %n figure(s).</source>
        <translation>
            <numerusform>There is no figure %1: the program draws %n figure.</numerusform>
            <numerusform>There is no figure %1: the program draws %n figures.</numerusform>
        </translation>
    </message>
</context>
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
    <name>PathWords</name>
    <message numerus="yes">
        <source>line %1: while %n time(s)</source>
        <translation>
            <numerusform>line %1: while once</numerusform>
            <numerusform>line %1: while %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>line %1: for %n time(s)</source>
        <translation>
            <numerusform>line %1: for once</numerusform>
            <numerusform>line %1: for %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PredictQuestion</name>
    <message numerus="yes">
        <source>All %n numbers as a list, or an expression.</source>
        <translation>
            <numerusform>The %n number as a list, or an expression.</numerusform>
            <numerusform>All %n numbers as a list, or an expression.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::ChecksPage</name>
    <message numerus="yes">
        <source>%n gradient(s) do not agree with a second method.</source>
        <translation>
            <numerusform>%n gradient does not agree with a second method.</numerusform>
            <numerusform>%n gradients do not agree with a second method.</numerusform>
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
    <name>backstep::FunctionPane</name>
    <message numerus="yes">
        <source>%n leaf(s) with other values than in the text.</source>
        <translation>
            <numerusform>%n leaf with another value than in the text.</numerusform>
            <numerusform>%n leaves with other values than in the text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them the program no longer makes.</source>
        <translation>
            <numerusform>%n of them the program no longer makes.</numerusform>
            <numerusform>%n of them the program no longer makes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::JacobianPage</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>rows of a sum</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backstep::PathBandView</name>
    <message numerus="yes">
        <source>… and %n more path(s)</source>
        <translation>
            <numerusform>… and %n more path</numerusform>
            <numerusform>… and %n more paths</numerusform>
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
