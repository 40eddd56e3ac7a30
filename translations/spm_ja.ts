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
</TS>
