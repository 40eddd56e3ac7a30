<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>ui::DetailsCard</name>
    <message>
        <source>none (not added when the mail is refused)</source>
        <translation>なし(拒否時は付きません)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>レコードをコピー</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>ヘッダ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
</context>
<context>
    <name>DnsSource</name>
    <message>
        <source>Resolver: system</source>
        <translation>リゾルバ: システム</translation>
    </message>
    <message>
        <source>Resolver: %1</source>
        <translation>リゾルバ: %1</translation>
    </message>
    <message>
        <source>Resolver: zone file</source>
        <translation>リゾルバ: ゾーンファイル</translation>
    </message>
    <message>
        <source>Resolver: recorded answers</source>
        <translation>リゾルバ: 記録した応答</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 を読み込めませんでした: %2</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 は大きすぎます。</translation>
    </message>
    <message>
        <source>%1 is not the address of a name server.</source>
        <translation>%1 はネームサーバのアドレスではありません。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a zone file: line %2, column %3, near &quot;%4&quot;.</source>
        <translation>%1 をゾーンファイルとして読み取れません: %2 行目 %3 桁目、「%4」の付近です。</translation>
    </message>
    <message>
        <source>%1 holds no recorded answers: line %2 cannot be read.</source>
        <translation>%1 は DNS 応答の記録ではありません: %2 行目を読み取れません。</translation>
    </message>
</context>
<context>
    <name>ui::DraftPanel</name>
    <message>
        <source>Run a mail first. Then change the record of its domain here and see what would be different.</source>
        <translation>先にメールを実行してください。その後、ここでドメインのレコードを書き換えると、結果がどう変わるかを確認できます。</translation>
    </message>
    <message>
        <source>This is what is published. Change it, and the mail is judged by the draft as well.</source>
        <translation>これは公開中のレコードです。書き換えると、下書きでも同じメールを評価します。</translation>
    </message>
    <message>
        <source>Record draft</source>
        <translation>レコードの下書き</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Back to what is published</source>
        <translation>公開中の内容に戻します</translation>
    </message>
    <message>
        <source>With the draft</source>
        <translation>下書きの場合</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公開中</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>評価結果</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>Deciding term</source>
        <translation>決めた用語</translation>
    </message>
    <message>
        <source>DNS look-up terms</source>
        <translation>DNS参照を伴う用語</translation>
    </message>
    <message>
        <source>Void look-ups</source>
        <translation>空振り</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>レコード長</translation>
    </message>
</context>
<context>
    <name>ui::ExportMenu</name>
    <message>
        <source>Export the simulation</source>
        <translation>シミュレーションの書き出し</translation>
    </message>
    <message>
        <source>As &amp;text…</source>
        <translation>テキスト(&amp;T)…</translation>
    </message>
    <message>
        <source>As &amp;HTML report…</source>
        <translation>HTML レポート(&amp;H)…</translation>
    </message>
    <message>
        <source>As &amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>テキストとしてコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;DNS answers…</source>
        <translation>DNS の応答を保存(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>ui::InputCard</name>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>ポートは 1〜65535 の数値で指定してください。</translation>
    </message>
    <message>
        <source>Enter an address, with a port if needed: 192.0.2.53:5353 or [2001:db8::53]:5353.</source>
        <translation>アドレスを入力してください。ポートも指定できます: 192.0.2.53:5353 または [2001:db8::53]:5353</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>ファイルがありません。</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation>ネームサーバ</translation>
    </message>
    <message>
        <source>Zone file</source>
        <translation>ゾーンファイル</translation>
    </message>
    <message>
        <source>Recorded answers</source>
        <translation>記録した応答</translation>
    </message>
    <message>
        <source>Open a zone file</source>
        <translation>ゾーンファイルを開く</translation>
    </message>
    <message>
        <source>Open recorded answers</source>
        <translation>記録した応答を開く</translation>
    </message>
    <message>
        <source>Zone files (*.zone *.db *.txt)</source>
        <translation>ゾーンファイル (*.zone *.db *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Recorded answers (*.dns)</source>
        <translation>記録した応答 (*.dns)</translation>
    </message>
    <message>
        <source>Client &amp;IP</source>
        <translation>接続元IPアドレス(&amp;I)</translation>
    </message>
    <message>
        <source>Client IP</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Envelope sender (&amp;MAIL FROM)</source>
        <translation>エンベロープの送信者 (&amp;MAIL FROM)</translation>
    </message>
    <message>
        <source>Envelope sender (MAIL FROM)</source>
        <translation>エンベロープの送信者 (MAIL FROM)</translation>
    </message>
    <message>
        <source>empty for bounces</source>
        <translation>バウンスメッセージは空</translation>
    </message>
    <message>
        <source>HEL&amp;O/EHLO</source>
        <translation>HEL&amp;O/EHLO</translation>
    </message>
    <message>
        <source>HELO/EHLO</source>
        <translation>HELO/EHLO</translation>
    </message>
    <message>
        <source>DNS source</source>
        <translation>DNS の取得元</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>The name servers of this computer</source>
        <translation>このコンピュータのネームサーバ</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバ</translation>
    </message>
    <message>
        <source>A name server of your choice</source>
        <translation>指定したネームサーバ</translation>
    </message>
    <message>
        <source>Answers from a file only; nothing is asked over the network</source>
        <translation>ファイルだけから応答します。ネットワークには問い合わせません</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Answers saved from an earlier run</source>
        <translation>以前の実行で保存した応答</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>編集中</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
</context>
<context>
    <name>MailInput</name>
    <message>
        <source>There is no domain.</source>
        <translation>ドメインがありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has two dots in a row or begins with one.</source>
        <translation>「%1」はドットが連続しているか、ドットで始まっています。</translation>
    </message>
    <message>
        <source>A part of the domain is longer than 63 characters.</source>
        <translation>ドメインに 63 文字を超える部分があります。</translation>
    </message>
    <message>
        <source>The domain is longer than 253 characters.</source>
        <translation>ドメインが 253 文字を超えています。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a character that no domain may have.</source>
        <translation>「%1」にはドメインに使えない文字が含まれています。</translation>
    </message>
    <message>
        <source>A part of &quot;%1&quot; begins or ends with a hyphen.</source>
        <translation>「%1」にはハイフンで始まるか終わる部分があります。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an address, not a domain.</source>
        <translation>「%1」はドメインではなくアドレスです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a single word.</source>
        <translation>「%1」にはドットがありません。</translation>
    </message>
    <message>
        <source>Enter the address the mail comes from.</source>
        <translation>接続元のアドレスを入力してください。</translation>
    </message>
    <message>
        <source>IPv4-mapped: checked as %1.</source>
        <translation>IPv4射影アドレスです。%1 として検証します。</translation>
    </message>
    <message>
        <source>One address is needed, not a network.</source>
        <translation>ネットワークではなくアドレスを 1 つ入力してください。</translation>
    </message>
    <message>
        <source>Not an IPv4 or IPv6 address.</source>
        <translation>IPv4 または IPv6 アドレスではありません。</translation>
    </message>
    <message>
        <source>Null sender (bounces): the HELO identity counts.</source>
        <translation>空の送信者(バウンスメッセージ): HELO 識別子を検証します。</translation>
    </message>
    <message>
        <source>No &quot;@&quot;: not a usable sender, the HELO identity counts.</source>
        <translation>「@」がない送信者は検証できません。HELO 識別子を検証します。</translation>
    </message>
    <message>
        <source>%1 The HELO identity counts.</source>
        <translation>%1 HELO 識別子を検証します。</translation>
    </message>
    <message>
        <source>Without a name the HELO identity gives none.</source>
        <translation>名前がない場合、HELO 識別子の結果は none です。</translation>
    </message>
    <message>
        <source>%1 As HELO identity it gives none.</source>
        <translation>%1 HELO 識別子の結果は none です。</translation>
    </message>
</context>
<context>
    <name>ui::SimulatorPage</name>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>シミュレータ</translation>
    </message>
    <message>
        <source>Cancelled. The result shown is that of the run before.</source>
        <translation>中止しました。表示しているのは前回の結果です。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>中止  Esc</translation>
    </message>
    <message>
        <source>Run  Ctrl+Enter</source>
        <translation>実行  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Step %1 / %2</source>
        <translation>段階 %1 / %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>段階実行</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>This computer is offline: no name server can be asked. A zone file or recorded answers work without a network.</source>
        <translation>このコンピュータはオフラインのため、ネームサーバに問い合わせできません。ゾーンファイルと記録した応答はネットワークなしで使えます。</translation>
    </message>
    <message>
        <source>Evaluate one mail step by step: SPF result, deciding rule and the reply Postfix would give.</source>
        <translation>接続元・送信者・HELO から SPF の評価と処理を段階的に確認します。</translation>
    </message>
    <message>
        <source>Run while typing</source>
        <translation>入力中に実行</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>コマンドとしてコピー</translation>
    </message>
    <message>
        <source>Published record</source>
        <translation>公開中のレコード</translation>
    </message>
    <message>
        <source>The result and what happens to the mail will stand here.</source>
        <translation>評価結果とメールの処理をここに表示します。</translation>
    </message>
    <message>
        <source>DNS look-up terms</source>
        <translation>DNS参照を伴う用語数</translation>
    </message>
    <message>
        <source>Void look-ups</source>
        <translation>空振り</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
</context>
<context>
    <name>SimulatorPage</name>
    <message>
        <source>&amp;Run simulation</source>
        <translation>シミュレーションを実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Step through the simulation</source>
        <translation>シミュレーションを段階実行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy simulation as command</source>
        <translation>シミュレーションをコマンドとしてコピー(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::TraceCard</name>
    <message>
        <source>No mail simulated yet</source>
        <translation>まだ実行していません</translation>
    </message>
    <message>
        <source>Enter the address the mail comes from and its sender.</source>
        <translation>メールの接続元IPアドレスと送信者を入力してください。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>SPF is not evaluated for this mail</source>
        <translation>このメールの SPF は評価されません</translation>
    </message>
    <message>
        <source>Evaluate all the same</source>
        <translation>それでも評価する</translation>
    </message>
    <message>
        <source>No record was evaluated</source>
        <translation>評価したレコードはありません</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>すべて展開</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Evaluation trace</source>
        <translation>評価の流れ</translation>
    </message>
    <message>
        <source>Identity shown</source>
        <translation>表示する識別子</translation>
    </message>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>%n 用語</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
</context>
<context>
    <name>TraceExport</name>
    <message>
        <source>Client IP</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>評価結果</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>ヘッダ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>%1: %2 → %3, %4 of %5 terms, %6 of %7 void look-ups, %8</source>
        <translation>%1: %2 → %3、DNS参照を伴う用語 %4/%5、空振り %6/%7、%8</translation>
    </message>
    <message>
        <source>SPF simulation: %1</source>
        <translation>SPF シミュレーション: %1</translation>
    </message>
</context>
<context>
    <name>ui::TraceModel</name>
    <message>
        <source>Term and DNS evidence</source>
        <translation>用語と根拠(DNS)</translation>
    </message>
    <message>
        <source>Terms so far</source>
        <translation>用語数の累計</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>under way …</source>
        <translation>評価中 …</translation>
    </message>
    <message>
        <source>nothing found: void look-up</source>
        <translation>見つかりません(空振り)</translation>
    </message>
</context>
<context>
    <name>ui::TraceView</name>
    <message>
        <source>Copy row</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy record</source>
        <translation>レコードをコピー</translation>
    </message>
    <message>
        <source>Copy term</source>
        <translation>用語をコピー</translation>
    </message>
    <message>
        <source>Copy the record of %1</source>
        <translation>%1 のレコードをコピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>Copy all dig commands</source>
        <translation>dig コマンドをすべてコピー</translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message>
        <source>%1 is inside</source>
        <translation>%1 は範囲内</translation>
    </message>
    <message>
        <source>%1 is not an IPv4 address</source>
        <translation>%1 は IPv4 アドレスではない</translation>
    </message>
    <message>
        <source>%1 is not an IPv6 address</source>
        <translation>%1 は IPv6 アドレスではない</translation>
    </message>
    <message>
        <source>%1 is outside</source>
        <translation>%1 は範囲外</translation>
    </message>
    <message>
        <source>%1 is one of its addresses</source>
        <translation>%1 はアドレスに含まれる</translation>
    </message>
    <message>
        <source>no address: void look-up %1 of %2</source>
        <translation>アドレスなし(空振り %1 / %2)</translation>
    </message>
    <message>
        <source>no address of this family</source>
        <translation>同じ種類のアドレスなし</translation>
    </message>
    <message numerus="yes">
        <source>none of its %n addresses is %1</source>
        <translation>
            <numerusform>%n 個のアドレスに %1 は含まれない</numerusform>
        </translation>
    </message>
    <message>
        <source>the included record gave %1</source>
        <translation>include 先は %1</translation>
    </message>
    <message numerus="yes">
        <source>no match (the included record gave %1, costs %n terms)</source>
        <translation>
            <numerusform>マッチしない(include 先は %1、%n 用語を消費)</numerusform>
        </translation>
    </message>
    <message>
        <source>no match (the included record gave %1)</source>
        <translation>マッチしない(include 先は %1)</translation>
    </message>
    <message>
        <source>the name has an address</source>
        <translation>名前にアドレスがある</translation>
    </message>
    <message>
        <source>the name has no address: void look-up %1 of %2</source>
        <translation>名前にアドレスなし(空振り %1 / %2)</translation>
    </message>
    <message>
        <source>the name has no address</source>
        <translation>名前にアドレスなし</translation>
    </message>
    <message>
        <source>a confirmed name of %1 lies in the domain</source>
        <translation>%1 の確認済みの名前がドメインに含まれる</translation>
    </message>
    <message>
        <source>no confirmed name of %1 lies in the domain</source>
        <translation>%1 の確認済みの名前はドメインに含まれない</translation>
    </message>
    <message>
        <source>not used: it only explains a fail</source>
        <translation>不使用: fail の説明だけに使う</translation>
    </message>
    <message>
        <source>ignored: the record has an all mechanism</source>
        <translation>無視: レコードに all 機構がある</translation>
    </message>
    <message>
        <source>unknown modifier: ignored</source>
        <translation>未知の修飾子: 無視</translation>
    </message>
    <message>
        <source>not evaluated: %1 matched before</source>
        <translation>評価しない: 先に %1 がマッチ</translation>
    </message>
    <message>
        <source>not evaluated: ended at %1</source>
        <translation>評価しない: %1 で終了</translation>
    </message>
    <message>
        <source>not evaluated: the record has an error</source>
        <translation>評価しない: レコードに誤りがある</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>評価しない</translation>
    </message>
    <message>
        <source>nothing matched: the record of %1 decides → %2</source>
        <translation>マッチなし: %1 のレコードで決まる → %2</translation>
    </message>
    <message>
        <source>match → %1 (this term decided)</source>
        <translation>マッチ → %1(結果を決めた用語)</translation>
    </message>
    <message>
        <source>%1: match → %2 (this term decided)</source>
        <translation>%1: マッチ → %2(結果を決めた用語)</translation>
    </message>
    <message>
        <source>match → %1</source>
        <translation>マッチ → %1</translation>
    </message>
    <message>
        <source>%1: match → %2</source>
        <translation>%1: マッチ → %2</translation>
    </message>
    <message>
        <source>explains the fail</source>
        <translation>fail の説明</translation>
    </message>
    <message>
        <source>no SPF record</source>
        <translation>SPFレコードなし</translation>
    </message>
    <message>
        <source>no DNS look-up</source>
        <translation>DNS 参照なし</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more questions)</source>
        <translation>
            <numerusform>(ほか %n 件の問い合わせ)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VerdictCard</name>
    <message>
        <source>The domain explains: “%1”</source>
        <translation>ドメインの説明:「%1」</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>評価しない</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>%1 authorises %2 (%3).</source>
        <translation>検証ドメイン %1 は %2 からの送信を明示的に許可しています(%3)。</translation>
    </message>
    <message>
        <source>%1 says neither yes nor no about %2 (%3).</source>
        <translation>検証ドメイン %1 は %2 について許可も拒否も示していません(%3)。</translation>
    </message>
    <message>
        <source>%1 weakly disavows %2 (%3).</source>
        <translation>検証ドメイン %1 は %2 を弱く拒否しています(%3)。</translation>
    </message>
    <message>
        <source>%1 does not authorise %2 (%3).</source>
        <translation>検証ドメイン %1 は %2 からの送信を明示的に拒否しています(%3)。</translation>
    </message>
    <message>
        <source>%1 publishes no SPF record (%2).</source>
        <translation>検証ドメイン %1 にはSPFレコードがありません(%2)。</translation>
    </message>
    <message>
        <source>%1 could not be evaluated now; a later try may succeed (%2).</source>
        <translation>検証ドメイン %1 は一時的なエラーのため評価できません。後で成功することがあります(%2)。</translation>
    </message>
    <message>
        <source>The SPF record of %1 cannot be evaluated (%2).</source>
        <translation>検証ドメイン %1 のSPFレコードは記述に問題があり、評価できません(%2)。</translation>
    </message>
    <message>
        <source>%1: %2 after %3. %4</source>
        <translation>%1: %3 後に %2。%4</translation>
    </message>
    <message>
        <source>%1 at %2: %3 after %4. %5</source>
        <translation>%1(%2): %4 後に %3。%5</translation>
    </message>
    <message>
        <source>Other checkers may say %1 look-ups: they count every DNS question. RFC 7208 4.6.4 counts terms: %2 of %3.</source>
        <translation>ほかの検査ツールでは %1 回と表示されることがあります。DNS の問い合わせをすべて数えるためです。RFC 7208 4.6.4 は用語を数えます: %2 / %3</translation>
    </message>
    <message>
        <source>The result depends on the local part of the sender and on HELO.</source>
        <translation>結果は送信者のローカル部と HELO に依存します。</translation>
    </message>
    <message>
        <source>The result depends on the local part of the sender.</source>
        <translation>結果は送信者のローカル部に依存します。</translation>
    </message>
    <message>
        <source>The result depends on HELO.</source>
        <translation>結果は HELO に依存します。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Open config.ini...</source>
        <translation>config.ini を開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Open mail &amp;logs...</source>
        <translation>メールログを開く(&amp;L)...</translation>
    </message>
    <message>
        <source>&amp;Try with sample data</source>
        <translation>サンプルデータで試す(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Search everything...</source>
        <translation>すべてを検索(&amp;S)...</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>次の枠へ(&amp;P)</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>前の枠へ(&amp;V)</translation>
    </message>
    <message>
        <source>Light or dark &amp;theme</source>
        <translation>テーマの切り替え(&amp;T)</translation>
    </message>
    <message>
        <source>Theme as the s&amp;ystem</source>
        <translation>システムのテーマに合わせる(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Japanese or English</source>
        <translation>日本語と英語の切り替え(&amp;J)</translation>
    </message>
    <message>
        <source>Language as the syste&amp;m</source>
        <translation>システムの言語に合わせる(&amp;M)</translation>
    </message>
    <message>
        <source>Sta&amp;rt page</source>
        <translation>開始画面(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard and program...</source>
        <translation>キーボード操作とバージョン(&amp;K)...</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>authorised</source>
        <translation>明示的に許可</translation>
    </message>
    <message>
        <source>no statement</source>
        <translation>許可・拒否を示さない</translation>
    </message>
    <message>
        <source>probably not authorised</source>
        <translation>弱い拒否</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>明示的に拒否</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>レコードなし</translation>
    </message>
    <message>
        <source>DNS trouble</source>
        <translation>一時的なエラー</translation>
    </message>
    <message>
        <source>broken record</source>
        <translation>記述に問題</translation>
    </message>
    <message>
        <source>The domain says that this host may send its mail.</source>
        <translation>このホストからの送信をドメインが明示的に許可しています。</translation>
    </message>
    <message>
        <source>The domain says nothing about this host, neither for nor against it.</source>
        <translation>このホストについて、ドメインは許可も拒否も示していません。</translation>
    </message>
    <message>
        <source>The domain says that this host probably may not send its mail.</source>
        <translation>このホストからの送信をドメインが弱く拒否しています。</translation>
    </message>
    <message>
        <source>The domain says that this host may not send its mail.</source>
        <translation>このホストからの送信をドメインが明示的に拒否しています。</translation>
    </message>
    <message>
        <source>No SPF record was found, or there was no domain to check.</source>
        <translation>SPFレコードがないか、検証するドメインがありません。</translation>
    </message>
    <message>
        <source>DNS gave no usable answer; the same check may succeed later.</source>
        <translation>DNS から有効な応答が得られませんでした。後で成功する可能性があります。</translation>
    </message>
    <message>
        <source>The published record cannot be read; its owner has to repair it.</source>
        <translation>公開されているレコードの記述に問題があります。ドメインの管理者による修正が必要です。</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>rejected for now</source>
        <translation>一時的に拒否</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>検査なし</translation>
    </message>
    <message>
        <source>The mail goes on to the next check.</source>
        <translation>メールは次の検査に進みます。</translation>
    </message>
    <message>
        <source>The mail is refused with a 4xx reply; the sender's server tries again later.</source>
        <translation>4xx 応答で一時的に拒否します。送信側のサーバは後で再送します。</translation>
    </message>
    <message>
        <source>The mail is refused for good with a 5xx reply; the sender gets a bounce.</source>
        <translation>5xx 応答で恒久的に拒否します。送信者にはバウンスメッセージが届きます。</translation>
    </message>
    <message>
        <source>The mail is exempt from the SPF check.</source>
        <translation>このメールはSPFチェックから除外されます。</translation>
    </message>
    <message>
        <source>MAIL FROM identity</source>
        <translation>MAIL FROM 識別子</translation>
    </message>
    <message>
        <source>HELO/EHLO identity</source>
        <translation>HELO/EHLO 識別子</translation>
    </message>
    <message>
        <source>no identity</source>
        <translation>識別子なし</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Try --help.</source>
        <translation>--help で使い方を表示します。</translation>
    </message>
    <message>
        <source>Only one config.ini can be opened.</source>
        <translation>開ける config.ini は 1 つだけです。</translation>
    </message>
    <message>
        <source>There is no page "%1"; pages are: %2.</source>
        <translation>「%1」という画面はありません。使える画面: %2</translation>
    </message>
    <message>
        <source>The language is ja, en or system, not "%1".</source>
        <translation>言語には ja、en、system のいずれかを指定してください(「%1」は使えません)。</translation>
    </message>
    <message>
        <source>The theme is light, dark or system, not "%1".</source>
        <translation>テーマには light、dark、system のいずれかを指定してください(「%1」は使えません)。</translation>
    </message>
    <message>
        <source>--sample brings its own config.ini; give one or the other.</source>
        <translation>--sample には専用の config.ini が含まれます。どちらか一方を指定してください。</translation>
    </message>
    <message>
        <source>Edits the config.ini of SPFPolicyd and shows what it does to mail.</source>
        <translation>SPFPolicyd の config.ini を編集し、メールへの影響を確認します。</translation>
    </message>
    <message>
        <source>The settings to open.</source>
        <translation>開く設定ファイル。</translation>
    </message>
    <message>
        <source>Shows this and ends.</source>
        <translation>この説明を表示して終了します。</translation>
    </message>
    <message>
        <source>Shows the version and ends.</source>
        <translation>バージョンを表示して終了します。</translation>
    </message>
    <message>
        <source>A mail log to read; may be given several times.</source>
        <translation>読み込むメールログ。複数回指定できます。</translation>
    </message>
    <message>
        <source>The page to begin with: %1.</source>
        <translation>最初に表示する画面: %1</translation>
    </message>
    <message>
        <source>ja, en or system.</source>
        <translation>ja、en、system のいずれか。</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light、dark、system のいずれか。</translation>
    </message>
    <message>
        <source>Opens a throw-away copy of the sample data.</source>
        <translation>サンプルデータの一時的なコピーを開きます。</translation>
    </message>
    <message>
        <source>Opens without allowing changes.</source>
        <translation>読み取り専用で開きます。</translation>
    </message>
    <message>
        <source>Asks this DNS server.</source>
        <translation>この DNS サーバに問い合わせます。</translation>
    </message>
    <message>
        <source>Answers DNS questions from a zone file.</source>
        <translation>DNS の応答をゾーンファイルから返します。</translation>
    </message>
    <message>
        <source>Writes pictures of all pages to a folder and ends.</source>
        <translation>すべての画面の画像をフォルダに書き出して終了します。</translation>
    </message>
</context>
<context>
    <name>ui::ChecklistStep</name>
    <message>
        <source>to do</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>next</source>
        <translation>次の手順</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>要確認</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Mail log</source>
        <translation>メールログ</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Search settings, mail, commands</source>
        <translation>設定・メール・コマンドを検索</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>↑ ↓ choose     Enter open     &gt; commands     # settings     ? help     Esc close</source>
        <translation>↑ ↓ 選択     Enter 開く     &gt; コマンド     # 設定     ? ヘルプ     Esc 閉じる</translation>
    </message>
</context>
<context>
    <name>ui::CopyRow</name>
    <message>
        <source>Copy %1</source>
        <translation>%1をコピー</translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>差分</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>追加 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>削除 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>変更のない %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FilterChip</name>
    <message>
        <source>Filter %1</source>
        <translation>絞り込み %1</translation>
    </message>
    <message>
        <source>Delete removes this filter</source>
        <translation>Delete キーでこの絞り込みを外します</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Unsaved changes</source>
        <translation>保存していない変更</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 に保存していない変更があります。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Review and save...</source>
        <translation>差分を確認して保存...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>やり直す: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>%1[*] - SPF Policy Manager</source>
        <translation>%1[*] - SPF Policy Manager</translation>
    </message>
    <message>
        <source>No file open</source>
        <translation>ファイル未選択</translation>
    </message>
    <message>
        <source>This computer · %1</source>
        <translation>この PC · %1</translation>
    </message>
    <message>
        <source>Open a config.ini</source>
        <translation>config.ini を開いてください</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>この PC</translation>
    </message>
    <message>
        <source>Resolver: system</source>
        <translation>リゾルバ: システム</translation>
    </message>
    <message>
        <source>Resolver: %1</source>
        <translation>リゾルバ: %1</translation>
    </message>
    <message>
        <source>Open mail logs</source>
        <translation>メールログを開く</translation>
    </message>
    <message>
        <source>Mail logs (maillog* mail.log* *.log *.gz *.xz)</source>
        <translation>メールログ (maillog* mail.log* *.log *.gz *.xz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open config.ini</source>
        <translation>config.ini を開く</translation>
    </message>
    <message>
        <source>Settings (*.ini)</source>
        <translation>設定ファイル (*.ini)</translation>
    </message>
    <message>
        <source>Keyboard and program</source>
        <translation>キーボード操作とバージョン</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ui::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ui::Rail</name>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>運用</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
</context>
<context>
    <name>ui::RailItem</name>
    <message>
        <source>%1, problems: %2</source>
        <translation>%1、問題 %2</translation>
    </message>
</context>
<context>
    <name>ui::ScreenshotTour</name>
    <message>
        <source>%1 cannot be created.</source>
        <translation>%1 を作成できません。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 に書き込めません。</translation>
    </message>
</context>
<context>
    <name>ui::TableView</name>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Search settings, mail, commands</source>
        <translation>設定・メール・コマンドを検索</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Change SPFPolicyd settings safely; see the effect first</source>
        <translation>SPFPolicyd の設定を安全に変え、変える前に影響を確かめる</translation>
    </message>
    <message>
        <source>Open config.ini...</source>
        <translation>config.ini を開く...</translation>
    </message>
    <message>
        <source>A file on this computer</source>
        <translation>この PC にあるファイル</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>サンプルデータで試す</translation>
    </message>
    <message>
        <source>A made-up company's settings, zone and one day of mail log</source>
        <translation>架空の会社の設定・ゾーン・1 日分のメールログ。本物には触れません</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>まだ何も開いていません</translation>
    </message>
    <message>
        <source>Files you open appear here.</source>
        <translation>開いたファイルがここに表示されます。</translation>
    </message>
    <message>
        <source>Drop a config.ini or mail logs (also .gz, .xz) here</source>
        <translation>config.ini や maillog(.gz、.xz も可)をここへドロップ</translation>
    </message>
</context>
</TS>
