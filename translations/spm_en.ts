<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DocumentStatus</name>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditName</name>
    <message numerus="yes">
        <source>Add %Ln entries to %1</source>
        <translation>
            <numerusform>Add %Ln entry to %1</numerusform>
            <numerusform>Add %Ln entries to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln entries from %1</source>
        <translation>
            <numerusform>Remove %Ln entry from %1</numerusform>
            <numerusform>Remove %Ln entries from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln sections into [%1]</source>
        <translation>
            <numerusform>Merge %Ln section into [%1]</numerusform>
            <numerusform>Merge %Ln sections into [%1]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln sections</source>
        <translation>
            <numerusform>Remove %Ln section</numerusform>
            <numerusform>Remove %Ln sections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogFacts</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable line(s)</source>
        <translation>
            <numerusform>%Ln unreadable line</numerusform>
            <numerusform>%Ln unreadable lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mail log(s)</source>
        <translation>
            <numerusform>%Ln mail log</numerusform>
            <numerusform>%Ln mail logs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineWords</name>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>costs %n look-ups</source>
        <translation>
            <numerusform>costs %n look-up</numerusform>
            <numerusform>costs %n look-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n mail hosts: %1</source>
        <translation>
            <numerusform>the mail host: %1</numerusform>
            <numerusform>the %n mail hosts: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>its %n addresses: %1</source>
        <translation>
            <numerusform>its address: %1</numerusform>
            <numerusform>its %n addresses: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n networks</source>
        <translation>
            <numerusform>more than %n network</numerusform>
            <numerusform>more than %n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No operator is known for %n networks.</source>
        <translation>
            <numerusform>No operator is known for %n network.</numerusform>
            <numerusform>No operator is known for %n networks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message numerus="yes">
        <source>%Ln test mails: %1 ok, %2 failed</source>
        <translation>
            <numerusform>%Ln test mail: %1 ok, %2 failed</numerusform>
            <numerusform>%Ln test mails: %1 ok, %2 failed</numerusform>
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
    <name>ui::AlertModel</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BatchCard</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BatchInputs</name>
    <message numerus="yes">
        <source>%Ln mail(s)</source>
        <translation>
            <numerusform>%Ln mail</numerusform>
            <numerusform>%Ln mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read</source>
        <translation>
            <numerusform>%Ln row cannot be read</numerusform>
            <numerusform>%Ln rows cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading… %Ln row(s)</source>
        <translation>
            <numerusform>Reading… %Ln row</numerusform>
            <numerusform>Reading… %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BatchView</name>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>about %Ln second left</numerusform>
            <numerusform>about %Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CheckModel</name>
    <message numerus="yes">
        <source>This line stands for %n check(s).</source>
        <translation>
            <numerusform>This line stands for %n check.</numerusform>
            <numerusform>This line stands for %n checks.</numerusform>
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
    <name>ui::ConfigPage</name>
    <message numerus="yes">
        <source>%Ln test mails fail</source>
        <translation>
            <numerusform>%Ln test mail fails</numerusform>
            <numerusform>%Ln test mails fail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConfigPanel</name>
    <message numerus="yes">
        <source>%n errors in this file; default values hold there.</source>
        <translation>
            <numerusform>%n error in this file; the default value holds there.</numerusform>
            <numerusform>%n errors in this file; default values hold there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeployForm</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
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
<context>
    <name>ui::DocumentHeader</name>
    <message numerus="yes">
        <source>%Ln unsaved changes</source>
        <translation>
            <numerusform>%Ln unsaved change</numerusform>
            <numerusform>%Ln unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DomainsCard</name>
    <message numerus="yes">
        <source>%Ln sections</source>
        <translation>
            <numerusform>%Ln section</numerusform>
            <numerusform>%Ln sections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExceptionDialog</name>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln check</numerusform>
            <numerusform>%Ln checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingsPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FollowStrip</name>
    <message numerus="yes">
        <source>Following %1: %Ln check(s)/min, last %2</source>
        <translation>
            <numerusform>Following %1: %Ln check/min, last %2</numerusform>
            <numerusform>Following %1: %Ln checks/min, last %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryDialog</name>
    <message numerus="yes">
        <source>%Ln entries are damaged and left out.</source>
        <translation>
            <numerusform>%Ln entry is damaged and left out.</numerusform>
            <numerusform>%Ln entries are damaged and left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LimitsDialog</name>
    <message numerus="yes">
        <source>%n look-up terms</source>
        <translation>
            <numerusform>%n look-up term</numerusform>
            <numerusform>%n look-up terms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n void look-ups</source>
        <translation>
            <numerusform>%n void look-up</numerusform>
            <numerusform>%n void look-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts of one mx</source>
        <translation>
            <numerusform>%n host of one mx</numerusform>
            <numerusform>%n hosts of one mx</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names of one ptr</source>
        <translation>
            <numerusform>%n name of one ptr</numerusform>
            <numerusform>%n names of one ptr</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListImportDialog</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the list already or repeated</source>
        <translation>
            <numerusform>%Ln in the list already or repeated</numerusform>
            <numerusform>%Ln in the list already or repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not valid</source>
        <translation>
            <numerusform>%Ln not valid</numerusform>
            <numerusform>%Ln not valid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln valid ones</source>
        <translation>
            <numerusform>Add the valid one</numerusform>
            <numerusform>Add the %Ln valid ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln</source>
        <translation>
            <numerusform>Add %Ln</numerusform>
            <numerusform>Add %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListTidyDialog</name>
    <message numerus="yes">
        <source>%Ln entries now</source>
        <translation>
            <numerusform>%Ln entry now</numerusform>
            <numerusform>%Ln entries now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln then</source>
        <translation>
            <numerusform>%Ln then</numerusform>
            <numerusform>%Ln then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated or covered</source>
        <translation>
            <numerusform>%Ln repeated or covered</numerusform>
            <numerusform>%Ln repeated or covered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>%Ln merged</numerusform>
            <numerusform>%Ln merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln lines are shown</source>
        <translation>
            <numerusform>the first line is shown</numerusform>
            <numerusform>the first %Ln lines are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListView</name>
    <message numerus="yes">
        <source>Add %Ln</source>
        <translation>
            <numerusform>Add %Ln</numerusform>
            <numerusform>Add %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply all safe fixes (%Ln)</source>
        <translation>
            <numerusform>Apply all safe fixes (%Ln)</numerusform>
            <numerusform>Apply all safe fixes (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln...</source>
        <translation>
            <numerusform>Check %Ln...</numerusform>
            <numerusform>Check %Ln...</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogDesk</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogExports</name>
    <message numerus="yes">
        <source>%Ln row(s) saved as %1.</source>
        <translation>
            <numerusform>%Ln row saved as %1.</numerusform>
            <numerusform>%Ln rows saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MaillogPage</name>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergeModel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverlapCard</name>
    <message numerus="yes">
        <source>%Ln entries selected</source>
        <translation>
            <numerusform>%Ln entry selected</numerusform>
            <numerusform>%Ln entries selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more problems</source>
        <translation>
            <numerusform>and %Ln more problem</numerusform>
            <numerusform>and %Ln more problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln test mails fail with these settings. You can save all the same.</source>
        <translation>
            <numerusform>%1 of %Ln test mail fails with these settings. You can save all the same.</numerusform>
            <numerusform>%1 of %Ln test mails fail with these settings. You can save all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live test mails have not been tried.</source>
        <translation>
            <numerusform>%Ln live test mail has not been tried.</numerusform>
            <numerusform>%Ln live test mails have not been tried.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SourceDialog</name>
    <message numerus="yes">
        <source>Add %Ln rotated file(s)</source>
        <translation>
            <numerusform>Add %Ln rotated file</numerusform>
            <numerusform>Add %Ln rotated files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThreeWayDialog</name>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes by you alone</source>
        <translation>
            <numerusform>%Ln change by you alone</numerusform>
            <numerusform>%Ln changes by you alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes by somebody else alone</source>
        <translation>
            <numerusform>%Ln change by somebody else alone</numerusform>
            <numerusform>%Ln changes by somebody else alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes by both</source>
        <translation>
            <numerusform>%Ln change by both</numerusform>
            <numerusform>%Ln changes by both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts are not decided: shown as on disk. F8 goes to the next.</source>
        <translation>
            <numerusform>%Ln conflict is not decided: shown as on disk. F8 goes to it.</numerusform>
            <numerusform>%Ln conflicts are not decided: shown as on disk. F8 goes to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimelineWords</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopListDialog</name>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
</context>
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
</TS>
