<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AskPass</name>
    <message>
        <source>Trust this host?</source>
        <translation>このホストを信頼しますか?</translation>
    </message>
    <message>
        <source>Allow this?</source>
        <translation>許可しますか?</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>パスワードの入力</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Trust and connect</source>
        <translation>信頼して接続</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>This is the first connection to %1. Its %2 key has the fingerprint
%3
Is it the one the administrator of the server has told you?</source>
        <translation>%1 に初めて接続します。%2 鍵のフィンガープリント:
%3
サーバ管理者に確認した値と一致しますか?</translation>
    </message>
</context>
<context>
    <name>ChecklistWords</name>
    <message>
        <source>Let Postfix check its files</source>
        <translation>Postfix に設定を検査させる</translation>
    </message>
    <message>
        <source>Look at the settings in use</source>
        <translation>有効な設定を確認</translation>
    </message>
    <message>
        <source>Look at the service in use</source>
        <translation>有効なサービスを確認</translation>
    </message>
    <message>
        <source>Script and config.ini</source>
        <translation>スクリプトと config.ini</translation>
    </message>
    <message>
        <source>Make Postfix read its files again</source>
        <translation>Postfix に設定を読み込ませる</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>ソケット</translation>
    </message>
    <message>
        <source>Send a fixed request</source>
        <translation>固定の要求を送る</translation>
    </message>
    <message>
        <source>Test mail from outside</source>
        <translation>外部からテストメール</translation>
    </message>
    <message>
        <source>Warnings in the mail log</source>
        <translation>maillog の警告</translation>
    </message>
    <message>
        <source>How to go back</source>
        <translation>元に戻す方法</translation>
    </message>
    <message>
        <source>No output means that it is good.</source>
        <translation>何も出力されなければ正常です。</translation>
    </message>
    <message>
        <source>The restriction list and the time limit are as planned.</source>
        <translation>制限のリストと time_limit が計画どおりであることを確認します。</translation>
    </message>
    <message>
        <source>The service is there, with maxproc 0.</source>
        <translation>サービスがあり、maxproc が 0 であることを確認します。</translation>
    </message>
    <message>
        <source>The service&apos;s user can run the script and read config.ini.</source>
        <translation>サービスのユーザがスクリプトを実行し、config.ini を読めることを確認します。</translation>
    </message>
    <message>
        <source>The changes take effect now.</source>
        <translation>ここで変更が有効になります。</translation>
    </message>
    <message>
        <source>The socket has appeared in Postfix&apos;s queue folder.</source>
        <translation>Postfix のキューのフォルダにソケットが現れます。</translation>
    </message>
    <message>
        <source>The answer begins with action=.</source>
        <translation>応答は action= で始まります。</translation>
    </message>
    <message>
        <source>The delivered mail has a header Received-SPF.</source>
        <translation>配送されたメールに Received-SPF ヘッダが付きます。</translation>
    </message>
    <message>
        <source>There are SPFPolicyd lines and no warning about private/SPFPolicyd.</source>
        <translation>SPFPolicyd の行があり、private/SPFPolicyd の警告がないことを確認します。</translation>
    </message>
    <message>
        <source>Put the copies made before back and reload.</source>
        <translation>作業前のコピーを戻して再読み込みします。</translation>
    </message>
</context>
<context>
    <name>CliHelp</name>
    <message>
        <source>Evaluate SPF for a mail and show what the configuration makes of it</source>
        <translation>メールの SPF を評価し、設定による処理を表示します</translation>
    </message>
    <message>
        <source>Read, examine and change a config.ini</source>
        <translation>config.ini の表示・検査・変更</translation>
    </message>
    <message>
        <source>List the problems of a config.ini, with fixes</source>
        <translation>config.ini の問題と修正案を表示します</translation>
    </message>
    <message>
        <source>List the keys of a config.ini with their values</source>
        <translation>config.ini のキーと値を表示します</translation>
    </message>
    <message>
        <source>Print one value as the product reads it</source>
        <translation>製品が読み取る値を 1 つ表示します</translation>
    </message>
    <message>
        <source>Set one value; all other lines stay as they are</source>
        <translation>値を 1 つ設定します(ほかの行は変わりません)</translation>
    </message>
    <message>
        <source>Remove one key, so that its default value holds</source>
        <translation>キーを 1 つ削除し、初期設定値に戻します</translation>
    </message>
    <message>
        <source>Add entries to a list of [globals]</source>
        <translation>[globals] のリストにエントリを追加します</translation>
    </message>
    <message>
        <source>Remove entries from a list of [globals]</source>
        <translation>[globals] のリストからエントリを削除します</translation>
    </message>
    <message>
        <source>Show which entry or section decides about a sender</source>
        <translation>送信者の処理を決めるエントリまたはセクションを表示します</translation>
    </message>
    <message>
        <source>Show what differs in meaning between two config.ini files</source>
        <translation>2 つの config.ini の意味上の差分を表示します</translation>
    </message>
    <message>
        <source>Read mail logs</source>
        <translation>メールログの読み取り</translation>
    </message>
    <message>
        <source>Count the SPF checks of mail logs</source>
        <translation>メールログの SPF 検査を集計します</translation>
    </message>
    <message>
        <source>List the SPF checks of mail logs</source>
        <translation>メールログの SPF 検査を一覧表示します</translation>
    </message>
    <message>
        <source>Examine and plan changes of main.cf and master.cf</source>
        <translation>main.cf と master.cf の検査と変更の計画</translation>
    </message>
    <message>
        <source>Show what enabling or disabling the SPF check would change; nothing is written</source>
        <translation>SPFチェックの有効化・無効化による変更を表示します(書き込みません)</translation>
    </message>
    <message>
        <source>List the problems of main.cf and master.cf around the SPF check</source>
        <translation>SPFチェックに関する main.cf と master.cf の問題を表示します</translation>
    </message>
    <message>
        <source>Take this SPF result and ask no DNS</source>
        <translation>この SPF の結果を使い、DNS に問い合わせません</translation>
    </message>
    <message>
        <source>Check every row of a CSV file with the columns ip, helo and sender</source>
        <translation>ip、helo、sender の列を持つ CSV ファイルの全行を検証します</translation>
    </message>
    <message>
        <source>The config.ini that decides; without it all default values hold</source>
        <translation>処理を決める config.ini(省略時はすべて初期設定値)</translation>
    </message>
    <message>
        <source>Plan to take the SPF check out</source>
        <translation>SPFチェックを外す計画を立てます</translation>
    </message>
    <message>
        <source>Answer DNS questions from a file written by --save-dns</source>
        <translation>--save-dns で保存したファイルから DNS の質問に答えます</translation>
    </message>
    <message>
        <source>List all keys with the values that hold, default values included</source>
        <translation>初期設定値も含め、有効な値をすべてのキーについて表示します</translation>
    </message>
    <message>
        <source>Plan to put the SPF check in</source>
        <translation>SPFチェックを組み込む計画を立てます</translation>
    </message>
    <message>
        <source>Only checks that match, e.g. &quot;result:fail domain:*.example.com&quot;</source>
        <translation>一致する検査のみ(例: &quot;result:fail domain:*.example.com&quot;)</translation>
    </message>
    <message>
        <source>Apply the fixes that are safe, and write the file</source>
        <translation>安全な修正を適用し、ファイルに書き込みます</translation>
    </message>
    <message>
        <source>The name given in HELO or EHLO</source>
        <translation>HELO/EHLO で名乗られた名前</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>このヘルプを表示します</translation>
    </message>
    <message>
        <source>The connecting IP address</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Print JSON</source>
        <translation>JSON で出力します</translation>
    </message>
    <message>
        <source>Postfix&apos;s main.cf</source>
        <translation>Postfix の main.cf</translation>
    </message>
    <message>
        <source>Postfix&apos;s master.cf</source>
        <translation>Postfix の master.cf</translation>
    </message>
    <message>
        <source>The name server to ask instead of the system&apos;s</source>
        <translation>システムの設定の代わりに問い合わせるネームサーバ</translation>
    </message>
    <message>
        <source>A domain of your own (for CFG-040)</source>
        <translation>自ドメイン(CFG-040 用)</translation>
    </message>
    <message>
        <source>A network of the cloud pre-filter (for CFG-041)</source>
        <translation>クラウドプレフィルタのネットワーク(CFG-041 用)</translation>
    </message>
    <message>
        <source>The state of the SMTP session, RCPT unless given</source>
        <translation>SMTP セッションの状態(省略時は RCPT)</translation>
    </message>
    <message>
        <source>The receiving host&apos;s name for the header, this host&apos;s unless given</source>
        <translation>ヘッダに書く受信側のホスト名(省略時はこのホスト)</translation>
    </message>
    <message>
        <source>A draft SPF record that replaces the published one</source>
        <translation>公開中のレコードの代わりに使う SPF レコードの案</translation>
    </message>
    <message>
        <source>Keep every DNS question and answer in a file for --dns</source>
        <translation>DNS の質問と応答を --dns 用のファイルに保存します</translation>
    </message>
    <message>
        <source>The envelope sender (MAIL FROM); &quot;&quot; is the null sender</source>
        <translation>エンベロープの送信者(MAIL FROM)。&quot;&quot; は空の送信者です</translation>
    </message>
    <message>
        <source>The program that reads the file: imsva (as given) or own</source>
        <translation>ファイルを読むプログラム: imsva(省略時)または own</translation>
    </message>
    <message>
        <source>Show every step of the evaluation</source>
        <translation>評価の各段階を表示します</translation>
    </message>
    <message>
        <source>How the check is put in: imsva, recommended or socket</source>
        <translation>チェックの組み込み方: imsva、recommended、socket</translation>
    </message>
    <message>
        <source>Answer DNS questions from this zone file only</source>
        <translation>DNS の質問にこのゾーンファイルだけで答えます</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>使い方:</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>コマンド:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>オプション:</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>例:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>例:</translation>
    </message>
    <message>
        <source>&quot;spfpolicy COMMAND --help&quot; tells more about a command. &quot;-&quot; reads standard input.</source>
        <translation>各コマンドの詳細は「spfpolicy COMMAND --help」で表示します。「-」は標準入力を読みます。</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>バージョンを表示します</translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 done, and the answer is &quot;no&quot;; 2 wrong usage; 3 a file could not be read or written.</source>
        <translation>終了ステータス: 0 完了 / 1 完了(答えは「いいえ」) / 2 使い方の誤り / 3 ファイルの読み書きに失敗</translation>
    </message>
    <message>
        <source>Examine SPF records</source>
        <translation>SPF レコードを調べます</translation>
    </message>
    <message>
        <source>List the problems of a domain&apos;s SPF record, or of a text, with fixes</source>
        <translation>ドメインの SPF レコード、またはテキストの問題を修正案とともに一覧表示します</translation>
    </message>
    <message>
        <source>The text of a record; no DNS is asked</source>
        <translation>レコードのテキスト。DNS には問い合わせません</translation>
    </message>
    <message>
        <source>An address of your own server (for SPF-058 and SPF-059)</source>
        <translation>自サーバのアドレス(SPF-058 と SPF-059 用)</translation>
    </message>
    <message>
        <source>A subdomain that sends mail (for SPF-060)</source>
        <translation>メールを送信するサブドメイン(SPF-060 用)</translation>
    </message>
    <message>
        <source>The domain of the header From (for SPF-065)</source>
        <translation>ヘッダ From のドメイン(SPF-065 用)</translation>
    </message>
    <message>
        <source>User of a service entry that has to be added (imss)</source>
        <translation>追加するサービスのユーザ(初期設定: imss)</translation>
    </message>
    <message>
        <source>Program of a service entry that has to be added (the script of IMSVA)</source>
        <translation>追加するサービスのプログラム(初期設定: IMSVA のスクリプト)</translation>
    </message>
    <message>
        <source>Show who may send as a domain: each term in words, and all networks</source>
        <translation>ドメインの送信を許可されている送信元を、用語ごとの説明とネットワークの一覧で表示します</translation>
    </message>
    <message>
        <source>Look up who operates the networks (asks Team Cymru&apos;s zones over DNS; 100 at most)</source>
        <translation>ネットワークの運用者を調べます(Team Cymru のゾーンに DNS で問い合わせ、最大100件)</translation>
    </message>
    <message>
        <source>Say what covers this address; exit status 1 when it may not send</source>
        <translation>このアドレスを含む用語を示します。送信を許可されていなければ終了ステータスは1です</translation>
    </message>
    <message>
        <source>Draft records of any type, as a zone file, that replace published ones</source>
        <translation>公開中のレコードに代わる、任意の種類のレコードの下書き(ゾーンファイル形式)</translation>
    </message>
    <message>
        <source>Hosts of one mx before permerror, 10 unless given</source>
        <translation>1つの mx で permerror になるまでのホスト数(指定がなければ10)</translation>
    </message>
    <message>
        <source>Names of one ptr that count, 10 unless given</source>
        <translation>1つの ptr で有効な名前の数(指定がなければ10)</translation>
    </message>
    <message>
        <source>Milliseconds for one DNS question, 5000 unless given</source>
        <translation>1回の DNS 問い合わせの制限時間(ミリ秒、指定がなければ5000)</translation>
    </message>
    <message>
        <source>The networks a domain stood for when they replaced its include (for SPF-062)</source>
        <translation>include を置き換えたときに、そのドメインが表していたネットワーク(SPF-062 用)</translation>
    </message>
    <message>
        <source>Look-up terms before permerror, 10 unless given</source>
        <translation>permerror になるまでの DNS 参照を伴う用語数(指定がなければ10)</translation>
    </message>
    <message>
        <source>Seconds for the whole evaluation, 20 unless given</source>
        <translation>評価全体の制限時間(秒、指定がなければ20)</translation>
    </message>
    <message>
        <source>Void look-ups before permerror, 2 unless given</source>
        <translation>permerror になるまでの空振りの回数(指定がなければ2)</translation>
    </message>
    <message>
        <source>Replace a whole config.ini by standard input, with a backup</source>
        <translation>config.ini 全体を標準入力の内容で置き換えます(バックアップあり)</translation>
    </message>
    <message>
        <source>Try the test mails kept with a config.ini; exit status 1 when one fails</source>
        <translation>config.ini とともに保存されたテストメールを試します。失敗があれば終了ステータスは1です</translation>
    </message>
    <message>
        <source>Write only when the file still has this SHA-256; none: only when there is no file</source>
        <translation>ファイルの SHA-256 がこの値のときだけ書き込みます。none はファイルがないときだけ</translation>
    </message>
    <message>
        <source>The CSV file of the test mails, FILE.tests.csv unless given; columns ip, helo, sender, result, action, note</source>
        <translation>テストメールの CSV ファイル(指定がなければ FILE.tests.csv)。列は ip、helo、sender、result、action、note</translation>
    </message>
    <message>
        <source>Keep no copy of the file as it was</source>
        <translation>元のファイルのコピーを残しません</translation>
    </message>
    <message>
        <source>Write only when all of standard input has this SHA-256</source>
        <translation>標準入力全体の SHA-256 がこの値のときだけ書き込みます</translation>
    </message>
    <message>
        <source>Print the SPF checks of mail logs as they are written</source>
        <translation>メールログのSPF検査を、書き込まれるたびに出力します</translation>
    </message>
    <message>
        <source>The form of what is written; json of log events is JSON lines</source>
        <translation>出力の形式。ログイベントの json は JSON Lines になります</translation>
    </message>
    <message>
        <source>Print all checks that are there first</source>
        <translation>すでにある検査をすべて最初に出力します</translation>
    </message>
    <message>
        <source>Print the last N checks that are there first, none unless given</source>
        <translation>すでにある検査のうち最後の N 件を最初に出力します。指定しない場合は出力しません</translation>
    </message>
    <message>
        <source>The language of what is written, that of the messages unless given</source>
        <translation>出力の言語。指定しない場合はメッセージの言語になります</translation>
    </message>
    <message>
        <source>Write into this file, whole or not at all, and not to the screen</source>
        <translation>画面ではなくこのファイルに書き込みます。最後まで書き込めない場合は何も残しません</translation>
    </message>
    <message>
        <source>Tell errors only, for cron</source>
        <translation>エラーのみを表示します(cron 向け)</translation>
    </message>
    <message>
        <source>The time zone of the host that wrote the log, e.g. Asia/Tokyo; FILE=ZONE for one of several logs</source>
        <translation>ログを書き込んだホストのタイムゾーン(例: Asia/Tokyo)。複数のログの1つだけに指定する場合は FILE=ZONE</translation>
    </message>
    <message>
        <source>Read the files anew, and keep nothing of them on disk</source>
        <translation>ファイルを改めて読み込み、その内容をディスクに残しません</translation>
    </message>
    <message>
        <source>Only checks from this time on, e.g. 2025-11-20T14:00 or -7d; without an offset a time is in the zone of --tz, this computer&apos;s unless given</source>
        <translation>この時刻以降の検査のみ(例: 2025-11-20T14:00、-7d)。時差の指定がない時刻は --tz のタイムゾーン(省略時はこのコンピュータのもの)とみなします</translation>
    </message>
    <message>
        <source>Only checks before this time, written as for --since</source>
        <translation>この時刻より前の検査のみ(書き方は --since と同じ)</translation>
    </message>
    <message>
        <source>The year of the last line, of rotated logs that of the newest, for stamps without a year</source>
        <translation>年のない時刻に使う、最後の行の年(ローテーションされたログでは最新のファイルの年)</translation>
    </message>
</context>
<context>
    <name>CliWords</name>
    <message>
        <source>%1 Did you mean &quot;%2&quot;?</source>
        <translation>%1「%2」の誤りですか?</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>「%1」というコマンドはありません。</translation>
    </message>
    <message>
        <source>Unknown option &quot;%1&quot;.</source>
        <translation>「%1」というオプションはありません。</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>オプション %1 には値が必要です。</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>オプション %1 に値は指定できません。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 を指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation>「%1」は余分です。</translation>
    </message>
    <message>
        <source>The option %1 is needed.</source>
        <translation>オプション %1 を指定してください。</translation>
    </message>
    <message>
        <source>The option %1 may be given only once.</source>
        <translation>オプション %1 は一度しか指定できません。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used together.</source>
        <translation>%1 と %2 は同時に指定できません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address. Give one like 192.0.2.10 or 2001:db8::10.</source>
        <translation>「%1」は IP アドレスではありません。192.0.2.10 や 2001:db8::10 のように指定してください。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is not a value of %1. Allowed are: %3</source>
        <translation>「%2」は %1 の値として無効です。指定できる値: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a draft record. Write it as DOMAIN=TEXT, like example.com=&quot;v=spf1 -all&quot;.</source>
        <translation>「%1」はレコードの案として無効です。DOMAIN=TEXT の形で、example.com=&quot;v=spf1 -all&quot; のように指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a network. Give one like 192.0.2.0/24.</source>
        <translation>「%1」はネットワークではありません。192.0.2.0/24 のように指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a domain name. Give one like example.com.</source>
        <translation>「%1」はドメイン名ではありません。example.com のように指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the address of a name server. Give an IP address, with a port if it is not 53: 192.0.2.53:5353 or [2001:db8::53]:5353.</source>
        <translation>「%1」はネームサーバのアドレスではありません。IP アドレスを指定し、53 以外のポートは 192.0.2.53:5353 や [2001:db8::53]:5353 のように付けてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a year. Give one like 2025.</source>
        <translation>「%1」は年ではありません。2025 のように指定してください。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is not a time for %1. Give one like 2025-11-20T14:00, -7d or -12h.</source>
        <translation>「%2」は %1 の時刻として無効です。2025-11-20T14:00、-7d、-12h のように指定してください。</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>ヘルプ: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: there is no such file. Check the path.</source>
        <translation>%1 を読み取れません: ファイルがありません。パスを確認してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is a folder. Name a file in it.</source>
        <translation>%1 を読み取れません: フォルダです。その中のファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: permission denied. Use an account that may read it.</source>
        <translation>%1 を読み取れません: 権限がありません。読み取り権限のあるアカウントで実行してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み取れません: %2</translation>
    </message>
    <message>
        <source>%1 cannot be used: it is larger than %2 MiB.</source>
        <translation>%1 は使用できません: %2 MiB を超えています。</translation>
    </message>
    <message>
        <source>Standard input cannot be changed. Name a file.</source>
        <translation>標準入力は変更できません。ファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1 の %2 行目: %3</translation>
    </message>
    <message>
        <source>%1 cannot be used: its first line has to name the columns ip, helo and sender, in any order.</source>
        <translation>%1 は使用できません: 1 行目に ip、helo、sender の列名を書いてください(順序は自由です)。</translation>
    </message>
    <message>
        <source>The row has %1 fields, but the header names %2.</source>
        <translation>行のフィールド数は %1 ですが、見出しの列数は %2 です。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>%1 of %2 rows checked</source>
        <translation>%2 行中 %1 行を検証しました</translation>
    </message>
    <message>
        <source>%1 has problems (%2 errors); default values hold in their place. See: spfpolicy config lint %1</source>
        <translation>%1 に問題があります(エラー %2 件)。該当箇所には初期設定値を使用します。確認方法: spfpolicy config lint %1</translation>
    </message>
    <message>
        <source>Errors: %1, warnings: %2, notes: %3</source>
        <translation>エラー: %1、警告: %2、情報: %3</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>問題は見つかりませんでした。</translation>
    </message>
    <message>
        <source>%1: there is nothing that can be fixed safely.</source>
        <translation>%1: 安全に修正できる問題はありません。</translation>
    </message>
    <message>
        <source>[%2] has no key &quot;%1&quot;.</source>
        <translation>[%2] に「%1」というキーはありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list. Lists are: white_ip, white_domain, enforce_ip, enforce_domain</source>
        <translation>「%1」はリストではありません。リストは white_ip、white_domain、enforce_ip、enforce_domain です。</translation>
    </message>
    <message>
        <source>%1 was not changed. %2</source>
        <translation>%1 は変更しませんでした。%2</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>%1 was written; the old file is kept as %2</source>
        <translation>%1 を保存しました。元のファイルは %2 にあります。</translation>
    </message>
    <message>
        <source>%1 stays as it is: nothing would change.</source>
        <translation>%1 は変更の必要がないため、そのままです。</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>差分はありません。</translation>
    </message>
    <message>
        <source>The value was not written: %1</source>
        <translation>値を書き込みませんでした: %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>評価結果</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Checked domain</source>
        <translation>検証するドメイン</translation>
    </message>
    <message>
        <source>Connecting IP</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>決め手</translation>
    </message>
    <message>
        <source>SPF record</source>
        <translation>SPFレコード</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>DNS terms</source>
        <translation>DNS 参照を伴う用語</translation>
    </message>
    <message>
        <source>Void look-ups</source>
        <translation>空の DNS 参照</translation>
    </message>
    <message>
        <source>DNS questions</source>
        <translation>DNS の質問</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Answer to Postfix</source>
        <translation>Postfix への応答</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>ヘッダ</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価の経過</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>マクロ</translation>
    </message>
    <message>
        <source>default</source>
        <translation>初期設定</translation>
    </message>
    <message>
        <source>from [globals]</source>
        <translation>[globals] の値</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>検査の除外</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト数</translation>
    </message>
    <message>
        <source>Read by best effort</source>
        <translation>推定で読んだもの</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読み取れない行</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>評価結果の内訳</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>処理の内訳</translation>
    </message>
    <message>
        <source>Distinct domains</source>
        <translation>ドメイン数</translation>
    </message>
    <message>
        <source>Distinct addresses</source>
        <translation>アドレス数</translation>
    </message>
    <message>
        <source>Top domains</source>
        <translation>上位のドメイン</translation>
    </message>
    <message>
        <source>Top addresses</source>
        <translation>上位のアドレス</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is not a value of %1. Allowed are whole numbers from %3 to %4.</source>
        <translation>「%2」は %1 の値として使えません。%3 から %4 までの整数を指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name networks of a domain. Write it as DOMAIN=NETWORK,NETWORK, like _spf.example.net=192.0.2.0/24,2001:db8::/32.</source>
        <translation>「%1」はドメインのネットワークの指定になっていません。_spf.example.net=192.0.2.0/24,2001:db8::/32 のように DOMAIN=NETWORK,NETWORK の形で指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, character %2: &quot;%3&quot; is not a network. Give one like 192.0.2.0/24.</source>
        <translation>「%1」の %2 文字目: 「%3」はネットワークではありません。192.0.2.0/24 のように指定してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is a device, which has no end. Name a file.</source>
        <translation>%1 は終わりのないデバイスのため読み込めません。ファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1: further lines with problems: %2</source>
        <translation>%1: 問題のある行がほかに %2 行あります</translation>
    </message>
    <message>
        <source>The row has %1 fields, but the rows before it have %2.</source>
        <translation>この行の項目は %1 個ですが、前の行は %2 個です。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a SHA-256 hash. Give 64 hexadecimal digits, or &quot;none&quot; for a file that is not there yet.</source>
        <translation>「%1」は SHA-256 ハッシュではありません。16進数64桁か、ファイルがまだない場合は「none」を指定してください。</translation>
    </message>
    <message>
        <source>%1: what came on standard input is not what --content names. Nothing was written.</source>
        <translation>%1: 標準入力の内容が --content の値と一致しません。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>%1: its other hard links keep the old content, or an extended attribute was lost.</source>
        <translation>%1: ほかのハードリンクは元の内容のままか、拡張属性が失われました。</translation>
    </message>
    <message>
        <source>--tz names %1, which is not among the logs.</source>
        <translation>--tz に指定された %1 は、対象のログにありません。</translation>
    </message>
    <message>
        <source>%1 needs a number: %2</source>
        <translation>%1 には数値が必要です: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Refusals by Postfix</source>
        <translation>Postfix による拒否</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone for --tz. Give one like Asia/Tokyo, UTC or +09:00.</source>
        <translation>「%1」は --tz のタイムゾーンとして使えません。Asia/Tokyo、UTC、+09:00 のように指定してください。</translation>
    </message>
    <message>
        <source>it is one of the logs that are read. Name another file.</source>
        <translation>読み込むログのひとつです。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>標準出力</translation>
    </message>
    <message>
        <source>%1 (the %2 most frequent of %3)</source>
        <translation>%1(%3 件のうち上位 %2 件)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 件</translation>
    </message>
    <message>
        <source>No check in it</source>
        <translation>該当する検査はありません</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
</context>
<context>
    <name>ConfigHelp</name>
    <message>
        <source>Reply for block</source>
        <translation>block の応答</translation>
    </message>
    <message>
        <source>The SMTP reply for mail that is blocked: a code from 500 to 599, one space, and a text.</source>
        <translation>メールを拒否するときの SMTP 応答です。500〜599 のコード、スペース1つ、メッセージの順に書きます。</translation>
    </message>
    <message>
        <source>The sender gets this text in the bounce message. A code without a text would let Postfix accept the mail; text without a code is a configuration error.</source>
        <translation>このメッセージは配信不能通知で送信者に届きます。コードだけでは Postfix がメールを受信してしまい、メッセージだけでは設定エラーになります。</translation>
    </message>
    <message>
        <source>Reply for tempblock</source>
        <translation>tempblock の応答</translation>
    </message>
    <message>
        <source>The SMTP reply for mail that is put off: a code from 400 to 499, one space, and a text.</source>
        <translation>メールを一時的に拒否するときの SMTP 応答です。400〜499 のコード、スペース1つ、メッセージの順に書きます。</translation>
    </message>
    <message>
        <source>The sending server keeps the mail and tries again, usually for up to five days. With 421 Postfix also closes the connection.</source>
        <translation>送信側のサーバはメールを保持し、通常は最長 5 日間再送します。421 の場合は Postfix が接続も切断します。</translation>
    </message>
    <message>
        <source>Approved addresses</source>
        <translation>承認済み IP アドレス</translation>
    </message>
    <message>
        <source>Mail from these addresses is not checked. It beats the enforce lists and gets no Received-SPF header.</source>
        <translation>この接続元からのメールは SPF を検査しません。施行リストより優先され、Received-SPF ヘッダも付きません。</translation>
    </message>
    <message>
        <source>Writing the parameter replaces the default, so list 127.0.0.1 too.</source>
        <translation>パラメータを書くと初期設定は置き換わります。127.0.0.1 も明記してください。</translation>
    </message>
    <message>
        <source>Approved domains</source>
        <translation>承認済みドメイン</translation>
    </message>
    <message>
        <source>Mail with a sender in these domains is not checked. It beats the enforce lists.</source>
        <translation>送信者がこのドメインのメールは SPF を検査しません。施行リストより優先されます。</translation>
    </message>
    <message>
        <source>Forged mail that uses such a domain is exempted too. Prefer approved addresses.</source>
        <translation>このドメインを装ったなりすましメールも除外されます。承認済み IP アドレスの利用を推奨します。</translation>
    </message>
    <message>
        <source>Enforced addresses</source>
        <translation>施行対象の IP アドレス</translation>
    </message>
    <message>
        <source>Mail from these addresses gets the actions of [enforce_actions]. IPv4 only.</source>
        <translation>この接続元からのメールには [enforce_actions] の処理を適用します。IPv4 のみ指定できます。</translation>
    </message>
    <message>
        <source>The approved lists are asked first.</source>
        <translation>承認済みリストが先に参照されます。</translation>
    </message>
    <message>
        <source>Enforced domains</source>
        <translation>施行対象のドメイン</translation>
    </message>
    <message>
        <source>Mail with a sender in these domains gets the actions of [enforce_actions].</source>
        <translation>送信者がこのドメインのメールには [enforce_actions] の処理を適用します。</translation>
    </message>
    <message>
        <source>The approved lists are asked first. “*.example.com” stands for the domain and all names below it.</source>
        <translation>承認済みリストが先に参照されます。「*.example.com」はそのドメインとすべてのサブドメインを表します。</translation>
    </message>
    <message>
        <source>Check HELO</source>
        <translation>HELO を検査</translation>
    </message>
    <message>
        <source>Whether the name given in HELO/EHLO is checked when MAIL FROM is empty or invalid, as in bounce messages.</source>
        <translation>配信不能通知のように MAIL FROM が空または無効なとき、HELO/EHLO の名前を検査するかどうかを指定します。</translation>
    </message>
    <message>
        <source>With no, mail without a usable MAIL FROM is not checked at all.</source>
        <translation>no にすると、有効な MAIL FROM のないメールは検査されません。</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>ヘッダを追加</translation>
    </message>
    <message>
        <source>Whether delivered mail gets a Received-SPF header with the result.</source>
        <translation>配送するメールに評価結果を示す Received-SPF ヘッダを付けるかどうかを指定します。</translation>
    </message>
    <message>
        <source>Filters behind the gateway and your users can only see the result with this header.</source>
        <translation>後段のフィルタや利用者は、このヘッダがある場合にだけ評価結果を確認できます。</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>ログレベル</translation>
    </message>
    <message>
        <source>How much is written to the mail log: 0 nothing, 1 basic, 2 with the SPF result, 3 with the settings in use, 4 everything.</source>
        <translation>メールログに書く量を指定します。0 はなし、1 は基本情報、2 は SPF の評価結果、3 は使用中の設定、4 はすべてを含みます。</translation>
    </message>
    <message>
        <source>With 0 results cannot be analysed; 4 is for troubleshooting only, as it fills the log quickly.</source>
        <translation>0 では結果を分析できません。4 はログが急速に増えるため、トラブルシューティング時だけ使用してください。</translation>
    </message>
    <message>
        <source>For mail of the enforce lists.</source>
        <translation>施行リストに一致したメールに適用します。</translation>
    </message>
    <message>
        <source>For senders of this domain only; not set means as [globals].</source>
        <translation>このドメインの送信者だけに適用します。未設定の場合は [globals] と同じです。</translation>
    </message>
    <message>
        <source>For all mail that no list and no domain section decides.</source>
        <translation>リストやドメイン別のセクションで決まらないすべてのメールに適用します。</translation>
    </message>
    <message>
        <source>Action for %1</source>
        <translation>%1 の処理</translation>
    </message>
    <message>
        <source>bypass delivers the mail, tempblock refuses it for now, block refuses it for good.</source>
        <translation>bypass は配送、tempblock は一時的な拒否、block は恒久的な拒否です。</translation>
    </message>
    <message>
        <source>Settings for all mail.</source>
        <translation>すべてのメールに対する設定です。</translation>
    </message>
    <message>
        <source>Actions for mail of the enforce lists; what is not set takes this section&apos;s own defaults.</source>
        <translation>施行リストに一致したメールの処理です。未設定の項目にはこのセクションの初期設定を使用します。</translation>
    </message>
    <message>
        <source>Actions for one sender domain. The exact name is taken before a wildcard; what is not set is as in [globals]. The lists are asked before.</source>
        <translation>特定の送信者ドメインに対する処理です。ワイルドカードより完全一致が優先され、未設定の項目は [globals] と同じです。リストはこれより先に参照されます。</translation>
    </message>
    <message>
        <source>This section has no effect.</source>
        <translation>このセクションは無効です。</translation>
    </message>
</context>
<context>
    <name>ConfigPage</name>
    <message>
        <source>Review and &amp;save...</source>
        <translation>差分を確認して保存(&amp;S)...</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>名前を付けて保存(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>変更を破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Apply all safe &amp;fixes</source>
        <translation>安全な修正をすべて適用(&amp;F)</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>次の問題(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;New config.ini...</source>
        <translation>新しい config.ini(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;History...</source>
        <translation>保存の履歴(&amp;H)...</translation>
    </message>
    <message>
        <source>F&amp;ind a setting</source>
        <translation>設定を検索(&amp;I)</translation>
    </message>
</context>
<context>
    <name>ConfigWords</name>
    <message>
        <source>Key &quot;%1&quot; appears before any section; it has no effect.</source>
        <translation>キー「%1」がセクションの外にあるため無効です。</translation>
    </message>
    <message>
        <source>Section &quot;%1&quot; is defined more than once; the later values win.</source>
        <translation>セクション「%1」が複数あります。後の値が有効になります。</translation>
    </message>
    <message>
        <source>Key &quot;%1&quot; is repeated; the last value is used.</source>
        <translation>キー「%1」が重複しています。最後の値が有効です。</translation>
    </message>
    <message>
        <source>Line %1 cannot be read (no &quot;=&quot;).</source>
        <translation>%1 行目を解釈できません(「=」がありません)。</translation>
    </message>
    <message>
        <source>[DEFAULT] has a special meaning for the vendor script; move its keys to [globals].</source>
        <translation>[DEFAULT] は特別な意味を持ちます。[globals] に移動してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a known section nor a domain name.</source>
        <translation>「%1」は既知のセクションでもドメイン名でもありません。</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; (did you mean &quot;%2&quot;?).</source>
        <translation>不明なキー「%1」です(「%2」の誤りですか?)。</translation>
    </message>
    <message>
        <source>&quot;%&quot; in a value can break the vendor script.</source>
        <translation>値の「%」によりスクリプトが異常終了する可能性があります。</translation>
    </message>
    <message>
        <source>Section is named [global]; the product uses [globals].</source>
        <translation>セクション名が [global] です。製品では [globals] です。</translation>
    </message>
    <message>
        <source>Reply must be a %1xx code, a space and a text. &quot;%2&quot; would be treated by Postfix as PERMIT or as a configuration error.</source>
        <translation>応答は「%1 で始まる3桁のコード+スペース+メッセージ」の形式にしてください。「%2」は Postfix で許可または設定エラーとして扱われます。</translation>
    </message>
    <message>
        <source>Text contains &quot; ;&quot; which may be cut off as a comment.</source>
        <translation>メッセージに「 ;」が含まれ、以降がコメント扱いになる可能性があります。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an action (bypass, tempblock, block). Default &quot;%2&quot; is used.</source>
        <translation>「%1」は処理として無効です(bypass / tempblock / block)。初期設定「%2」を使用します。</translation>
    </message>
    <message>
        <source>Use yes or no.</source>
        <translation>yes または no を指定してください。</translation>
    </message>
    <message>
        <source>&quot;softfail&quot; is not set; the manual is ambiguous about its default. Set it explicitly.</source>
        <translation>「softfail」が未設定です。マニュアルの初期設定値が不明確なため明示してください。</translation>
    </message>
    <message>
        <source>log_level must be 0-4.</source>
        <translation>log_level は 0〜4 で指定してください。</translation>
    </message>
    <message>
        <source>log_level 4 is for troubleshooting only.</source>
        <translation>log_level 4 はトラブルシューティング時のみ推奨されます。</translation>
    </message>
    <message>
        <source>log_level 0: results cannot be analysed in this program.</source>
        <translation>log_level 0 では結果を可視化できません。</translation>
    </message>
    <message>
        <source>Reply text has non-ASCII characters.</source>
        <translation>応答メッセージに ASCII 以外の文字があります。</translation>
    </message>
    <message>
        <source>Reply line longer than 512 octets.</source>
        <translation>応答行が 512 オクテットを超えています。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect in a domain section.</source>
        <translation>「%1」はドメインのセクションでは無効です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid IP address or network.</source>
        <translation>「%1」は有効な IP アドレスまたはネットワークではありません。</translation>
    </message>
    <message>
        <source>IPv6 entry &quot;%1&quot; may be ignored by IMSVA (IPv4 only).</source>
        <translation>IPv6 の「%1」は IMSVA では無視される可能性があります(IPv4 のみ)。</translation>
    </message>
    <message>
        <source>127.0.0.1 is not in white_ip any more.</source>
        <translation>white_ip に 127.0.0.1 が含まれていません。</translation>
    </message>
    <message>
        <source>Host bits set in &quot;%1&quot;; did you mean %2?</source>
        <translation>「%1」にホスト部のビットがあります。「%2」の誤りですか?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is covered by &quot;%2&quot;.</source>
        <translation>「%1」は「%2」に含まれています。</translation>
    </message>
    <message>
        <source>Very wide network &quot;%1&quot; exempts %2 addresses.</source>
        <translation>範囲の広い「%1」により %2 個のアドレスが除外されます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid domain name.</source>
        <translation>「%1」は有効なドメイン名ではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a mail address; only its domain is used here.</source>
        <translation>「%1」はメールアドレスです。ここではドメインのみ指定できます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a public suffix: the entry covers a whole registry.</source>
        <translation>「%1」は公開サフィックスのため範囲が広すぎます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in both the approved and the enforce list; the approved list wins.</source>
        <translation>「%1」が承認済みリストと施行リストの両方にあります。承認済みリストが優先されます。</translation>
    </message>
    <message>
        <source>pass = %1 rejects authorised mail.</source>
        <translation>pass = %1 では正当なメールが拒否されます。</translation>
    </message>
    <message>
        <source>Section &quot;%1&quot; hides wildcard &quot;%2&quot;; keys %3 come from globals instead.</source>
        <translation>「%1」により「%2」は使用されません。%3 は globals の値になります。</translation>
    </message>
    <message>
        <source>white_domain &quot;%1&quot;: forged mail of this domain is exempted too. Prefer white_ip.</source>
        <translation>「%1」を装ったなりすましメールも除外されます。white_ip の利用を推奨します。</translation>
    </message>
    <message>
        <source>none = block rejects every domain without an SPF record.</source>
        <translation>none = block では SPF レコードのないすべてのドメインが拒否されます。</translation>
    </message>
    <message>
        <source>temperror = block turns a DNS outage into lost mail; use tempblock.</source>
        <translation>temperror = block では DNS 障害時にメールが失われます。tempblock を推奨します。</translation>
    </message>
    <message>
        <source>Section &quot;%1&quot; can never match (covered by an approved/enforce entry).</source>
        <translation>セクション「%1」は承認済み/施行リストにより使用されません。</translation>
    </message>
    <message>
        <source>All seven actions equal the globals; the section has no effect.</source>
        <translation>すべて globals と同じ値のため、このセクションに効果はありません。</translation>
    </message>
    <message>
        <source>Own networks (mynetworks %1) are not in white_ip; outgoing mail is checked too.</source>
        <translation>自ネットワーク(mynetworks %1)が white_ip にないため、送信メールも検査されます。</translation>
    </message>
    <message>
        <source>[enforce_actions] is set but both enforce lists are empty.</source>
        <translation>施行リストが空のため [enforce_actions] は使用されません。</translation>
    </message>
    <message>
        <source>Own domain &quot;%1&quot; is in white_domain: spoofing of your own domain is not detected.</source>
        <translation>自ドメイン「%1」が承認済みのため、自ドメインのなりすましを検出できません。</translation>
    </message>
    <message>
        <source>Cloud pre-filter in use but its range %1 is missing in white_ip.</source>
        <translation>クラウドプレフィルタの IP アドレス %1 が white_ip にありません。</translation>
    </message>
    <message>
        <source>Text after &quot; #&quot; is read as part of the value by Python scripts; put the comment on a line of its own.</source>
        <translation>「 #」以降は Python スクリプトでは値の一部として読まれます。コメントは別の行に書いてください。</translation>
    </message>
    <message>
        <source>The second digit of the reply code in &quot;%2&quot; is above 5; mail servers may not understand it.</source>
        <translation>「%2」は応答コードの 2 桁目が 5 を超えています。メールサーバが解釈できない可能性があります。</translation>
    </message>
    <message>
        <source>With the code in &quot;%2&quot; Postfix also closes the connection.</source>
        <translation>「%2」のコードでは Postfix が接続も切断します。</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot;.</source>
        <translation>不明なキー「%1」です。</translation>
    </message>
    <message>
        <source>Line %1 has text after the closing bracket of its section name.</source>
        <translation>%1 行目のセクション名の閉じ括弧の後に文字があります。</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; to [globals]</source>
        <translation>「%1」を [globals] に移動</translation>
    </message>
    <message>
        <source>Merge the sections [%1]</source>
        <translation>セクション [%1] を統合</translation>
    </message>
    <message>
        <source>Remove the earlier &quot;%1&quot;</source>
        <translation>前にある「%1」を削除</translation>
    </message>
    <message>
        <source>Comment out the line</source>
        <translation>行をコメント化</translation>
    </message>
    <message>
        <source>Remove the blanks at the start of the line</source>
        <translation>行頭のスペースを削除</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;</source>
        <translation>「%1」を削除</translation>
    </message>
    <message>
        <source>Rename the section to [%1]</source>
        <translation>セクション名を [%1] に変更</translation>
    </message>
    <message>
        <source>Rename the key to &quot;%1&quot;</source>
        <translation>キー名を「%1」に変更</translation>
    </message>
    <message>
        <source>Double the percent sign</source>
        <translation>パーセント記号を 2 つにする</translation>
    </message>
    <message>
        <source>Set %1 = %2</source>
        <translation>%1 = %2 に設定</translation>
    </message>
    <message>
        <source>Remove the blank before the semicolon</source>
        <translation>セミコロンの前のスペースを削除</translation>
    </message>
    <message>
        <source>Move the comment to a line of its own</source>
        <translation>コメントを別の行に移動</translation>
    </message>
    <message>
        <source>Remove the key &quot;%1&quot;</source>
        <translation>キー「%1」を削除</translation>
    </message>
    <message>
        <source>Replace &quot;%1&quot; by &quot;%2&quot;</source>
        <translation>「%1」を「%2」に置き換え</translation>
    </message>
    <message>
        <source>Remove the entry &quot;%1&quot;</source>
        <translation>エントリ「%1」を削除</translation>
    </message>
    <message>
        <source>Add to %1: %2</source>
        <translation>%1 に追加: %2</translation>
    </message>
    <message>
        <source>Copy %2 from [%1]</source>
        <translation>[%1] から %2 をコピー</translation>
    </message>
    <message>
        <source>Remove the section [%1]</source>
        <translation>セクション [%1] を削除</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>A section name may not be empty and may not hold &quot;]&quot; or a line break.</source>
        <translation>セクション名は空にできず、「]」や改行を含められません。</translation>
    </message>
    <message>
        <source>A key name may not be empty and may not hold &quot;=&quot;, &quot;:&quot; or a line break.</source>
        <translation>キー名は空にできず、「=」「:」や改行を含められません。</translation>
    </message>
    <message>
        <source>The value would not read back as it is: it holds a line break, a control character or the beginning of a comment.</source>
        <translation>値が書いたとおりに読み戻せません。改行・制御文字・コメントの始まりが含まれています。</translation>
    </message>
    <message>
        <source>There is no such section.</source>
        <translation>そのセクションはありません。</translation>
    </message>
    <message>
        <source>A section of this name is there already.</source>
        <translation>同じ名前のセクションがすでにあります。</translation>
    </message>
    <message>
        <source>Section [%1] added</source>
        <translation>セクション [%1] を追加</translation>
    </message>
    <message>
        <source>Section [%1] removed</source>
        <translation>セクション [%1] を削除</translation>
    </message>
    <message>
        <source>[%1] %2 added: %3</source>
        <translation>[%1] %2 を追加: %3</translation>
    </message>
    <message>
        <source>[%1] %2 removed (was: %3)</source>
        <translation>[%1] %2 を削除(変更前: %3)</translation>
    </message>
    <message>
        <source>[%1] %2 changed: %3 -&gt; %4</source>
        <translation>[%1] %2 を変更: %3 -&gt; %4</translation>
    </message>
    <message>
        <source>It is UTF-16, or no text at all. Convert it to UTF-8 first.</source>
        <translation>UTF-16 のファイルか、テキストではないファイルです。先に UTF-8 に変換してください。</translation>
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
    <message>
        <source>This computer is offline: no name server can be asked. A zone file or recorded answers work without a network.</source>
        <translation>このコンピュータはオフラインのため、ネームサーバに問い合わせできません。ゾーンファイルと記録した応答はネットワークなしで使えます。</translation>
    </message>
</context>
<context>
    <name>DocumentStatus</name>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>エラー %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>警告 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>情報 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>書き込み可</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>最終保存 %1</translation>
    </message>
</context>
<context>
    <name>EditName</name>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1 を %2 に設定</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>%1 を初期設定に戻す</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%2 に %1 を追加</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln entries to %1</source>
        <translation>
            <numerusform>%1 に %Ln 件を追加</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1 from %2</source>
        <translation>%2 から %1 を削除</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln entries from %1</source>
        <translation>
            <numerusform>%1 から %Ln 件を削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Change an entry of %1 to %2</source>
        <translation>%1 のエントリを %2 に変更</translation>
    </message>
    <message>
        <source>Add section [%1]</source>
        <translation>セクション [%1] を追加</translation>
    </message>
    <message>
        <source>Change section [%1]</source>
        <translation>セクション [%1] を変更</translation>
    </message>
    <message>
        <source>Rename section [%1] to [%2]</source>
        <translation>セクション [%1] の名前を [%2] に変更</translation>
    </message>
    <message>
        <source>Duplicate section [%1]</source>
        <translation>セクション [%1] を複製</translation>
    </message>
    <message>
        <source>Remove section [%1]</source>
        <translation>セクション [%1] を削除</translation>
    </message>
    <message>
        <source>Type text</source>
        <translation>テキストの入力</translation>
    </message>
    <message>
        <source>Fix %1</source>
        <translation>%1 を修正</translation>
    </message>
    <message>
        <source>Apply all safe fixes</source>
        <translation>安全な修正をすべて適用</translation>
    </message>
    <message>
        <source>Revert %1</source>
        <translation>%1 を元に戻す</translation>
    </message>
    <message>
        <source>Revert section [%1]</source>
        <translation>セクション [%1] を元に戻す</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation>ディスクから再読み込み</translation>
    </message>
    <message>
        <source>Sort and tidy %1</source>
        <translation>%1 の並べ替えと整理</translation>
    </message>
    <message>
        <source>Note of %1 in %2</source>
        <translation>%2 の %1 のメモ</translation>
    </message>
    <message>
        <source>Restore the version of %1</source>
        <translation>%1 の版に戻す</translation>
    </message>
    <message>
        <source>Restore the unsaved changes of %1</source>
        <translation>%1 の保存していない変更を復元</translation>
    </message>
    <message>
        <source>Complete %1</source>
        <translation>%1 の入力補完</translation>
    </message>
    <message>
        <source>Merge with the changes on disk</source>
        <translation>ディスク上の変更との統合</translation>
    </message>
    <message>
        <source>Merge the parts of section [%1]</source>
        <translation>セクション [%1] の統合(分かれた部分)</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln sections into [%1]</source>
        <translation>
            <numerusform>セクション %Ln 個を [%1] に統合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln sections</source>
        <translation>
            <numerusform>セクション %Ln 個の削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Respell the wildcard sections</source>
        <translation>ワイルドカードのセクションの表記変更</translation>
    </message>
</context>
<context>
    <name>EntryText</name>
    <message>
        <source>This name only</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>With subdomains</source>
        <translation>サブドメインを含む</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Set %1</source>
        <translation>%1 に変更</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 に修正</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the section</source>
        <translation>セクションを削除</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>初期設定に戻す: %1</translation>
    </message>
    <message>
        <source>On disk: %1</source>
        <translation>ディスク上: %1</translation>
    </message>
    <message>
        <source>On disk: not set</source>
        <translation>ディスク上: 未設定</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>%1: there is no such file. Check the path.</source>
        <translation>%1: ファイルがありません。パスを確認してください。</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it.</source>
        <translation>%1 はフォルダです。その中のファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 は通常のファイルではありません。</translation>
    </message>
    <message>
        <source>%1: permission denied. Use an account that may read and write there.</source>
        <translation>%1: 権限がありません。読み書きの権限があるアカウントで実行してください。</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is protected against writing.</source>
        <translation>%1 に書き込めません: 書き込みが禁止されています。</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no space left.</source>
        <translation>%1 に書き込めません: 空き容量がありません。</translation>
    </message>
    <message>
        <source>%1 is too large for a file of this kind.</source>
        <translation>%1 はこの種類のファイルとしては大きすぎます。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else after it was read. Nothing was written; read it again.</source>
        <translation>%1 は読み込み後に別の操作で変更されています。書き込みは行いませんでした。読み込み直してください。</translation>
    </message>
    <message>
        <source>%1 could not be written as a backup, so nothing was changed.</source>
        <translation>バックアップ %1 を作成できないため、何も変更しませんでした。</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>%1 を使用できません。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>A parenthesis has no partner.</source>
        <translation>括弧の対応が取れていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid escape.</source>
        <translation>「%1」はエスケープとして無効です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a directive that is supported here.</source>
        <translation>「%1」はここでは使えない指示です。</translation>
    </message>
    <message>
        <source>The first record needs a name.</source>
        <translation>最初のレコードには名前が必要です。</translation>
    </message>
    <message>
        <source>The type of the record is missing.</source>
        <translation>レコードのタイプがありません。</translation>
    </message>
    <message>
        <source>Records of type &quot;%1&quot; are left out.</source>
        <translation>「%1」タイプのレコードは読み飛ばします。</translation>
    </message>
    <message>
        <source>The data of the record is missing.</source>
        <translation>レコードのデータがありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too much.</source>
        <translation>「%1」は余分です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name.</source>
        <translation>「%1」は名前として無効です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of this type.</source>
        <translation>「%1」はこのタイプのアドレスではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number that fits here.</source>
        <translation>「%1」はここで使える数値ではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time to live.</source>
        <translation>「%1」は TTL として無効です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a failure. Allowed are: timeout, servfail, refused</source>
        <translation>「%1」は障害の種類ではありません。指定できる値: timeout、servfail、refused</translation>
    </message>
    <message>
        <source>A string is longer than 255 octets; a name server would refuse it.</source>
        <translation>文字列が 255 オクテットを超えています。ネームサーバでは拒否されます。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The file holds no recorded DNS answers. Make one with --save-dns.</source>
        <translation>DNS の応答の記録ではありません。--save-dns で作成してください。</translation>
    </message>
    <message>
        <source>The question cannot be read.</source>
        <translation>質問を解釈できません。</translation>
    </message>
    <message>
        <source>The result of the question cannot be read.</source>
        <translation>質問の結果を解釈できません。</translation>
    </message>
    <message>
        <source>A field of the answer cannot be read.</source>
        <translation>応答の項目を解釈できません。</translation>
    </message>
    <message>
        <source>A quoted text cannot be read.</source>
        <translation>引用符で囲まれた文字列を解釈できません。</translation>
    </message>
    <message>
        <source>Saved, but this version could not be kept in the history: %1</source>
        <translation>保存しましたが、この版を履歴に残せませんでした: %1</translation>
    </message>
    <message>
        <source>%1: there is no connection to the host. Nothing was done.</source>
        <translation>%1: ホストに接続できません。何も変更していません。</translation>
    </message>
    <message>
        <source>%1: the connection broke while it was written. Either all of it was written or nothing; look at the file again.</source>
        <translation>%1: 書き込み中に接続が切れました。すべて書き込まれたか、まったく書き込まれていないかのどちらかです。ファイルを確認してください。</translation>
    </message>
    <message>
        <source>%1: administrator rights were not given. Nothing was written.</source>
        <translation>%1: 管理者権限が得られませんでした。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>%1: cancelled. Nothing was written.</source>
        <translation>%1: 中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>%1 would change its owner or group. Nothing was written; use its owner&apos;s account with that group, or root.</source>
        <translation>%1 の所有者またはグループが変わってしまうため、書き込んでいません。そのグループに属する所有者か root で実行してください。</translation>
    </message>
</context>
<context>
    <name>LogFacts</name>
    <message>
        <source>SPF checks of policyd-spf and SPFPolicyd, from the log of Postfix</source>
        <translation>Postfix のログにある policyd-spf と SPFPolicyd のSPF検査</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>guessed %1 %</source>
        <translation>推定で読み取り %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable line(s)</source>
        <translation>
            <numerusform>読み取れない行: %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading was stopped: what was read until then is shown.</source>
        <translation>読み込みを中止しました。それまでに読み込んだ内容を表示しています。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mail log(s)</source>
        <translation>
            <numerusform>メールログ %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail logs</source>
        <translation>メールログ</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
</context>
<context>
    <name>LogSetWords</name>
    <message>
        <source>%1 was left out: it is no mail log.</source>
        <translation>%1 は対象から外しました。メールログではありません。</translation>
    </message>
    <message>
        <source>%1 was left out: it is no text.</source>
        <translation>%1 は対象から外しました。テキストではありません。</translation>
    </message>
    <message>
        <source>%1 was left out: it repeats lines of %2.</source>
        <translation>%1 は対象から外しました。%2 と同じ行を含んでいます。</translation>
    </message>
    <message>
        <source>%1 was left out: it is the same file as %2.</source>
        <translation>%1 は対象から外しました。%2 と同じファイルです。</translation>
    </message>
    <message>
        <source>%1 was left out: it is a copy of %2.</source>
        <translation>%1 は対象から外しました。%2 のコピーです。</translation>
    </message>
    <message>
        <source>%1 holds no mail log. Name the file if it has another name.</source>
        <translation>%1 にメールログがありません。別の名前の場合は、ファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1: there is no journalctl. Name the log file instead.</source>
        <translation>%1: journalctl がありません。代わりにログファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1: the journal cannot be read. The group systemd-journal may read it. %2</source>
        <translation>%1: ジャーナルを読み込めません。読み込みは systemd-journal グループに許可されています。%2</translation>
    </message>
    <message>
        <source>%1: the connection broke.</source>
        <translation>%1: 接続が切断されました。</translation>
    </message>
    <message>
        <source>%1: what was read cannot be kept on this computer. %2</source>
        <translation>%1: 読み込んだ内容をこのコンピュータに保存できません。%2</translation>
    </message>
    <message>
        <source>%1 cannot be followed: it is no text that grows.</source>
        <translation>%1 は追尾できません。追記されるテキストではありません。</translation>
    </message>
    <message>
        <source>%1: %2 % fetched</source>
        <translation>%1: %2 % 取得済み</translation>
    </message>
    <message>
        <source>Journal of this computer</source>
        <translation>このコンピュータのジャーナル</translation>
    </message>
    <message>
        <source>%1: journal</source>
        <translation>%1: ジャーナル</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>%1 が作成されるのを待っています</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>&quot;%1&quot; is not a field of a filter. Fields are: %2</source>
        <translation>「%1」は絞り込みの項目ではありません。使える項目: %2</translation>
    </message>
    <message>
        <source>A value is missing after &quot;%1&quot;.</source>
        <translation>「%1」の後に値がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address or network.</source>
        <translation>「%1」は IP アドレスまたはネットワークではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a domain name.</source>
        <translation>「%1」はドメイン名ではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time. Write it like 2025-11-20T14:00, -7d or -12h.</source>
        <translation>「%1」は時刻ではありません。2025-11-20T14:00、-7d、-12h のように書いてください。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: %1</source>
        <translation>引用符が閉じられていません: %1</translation>
    </message>
    <message>
        <source>A regular expression is not closed by &quot;/&quot;: %1</source>
        <translation>正規表現が「/」で閉じられていません: %1</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 は空です。</translation>
    </message>
    <message>
        <source>No line of an SPF policy program was found. Is it the right log?</source>
        <translation>SPF ポリシープログラムの行が見つかりません。ログファイルを確認してください。</translation>
    </message>
    <message>
        <source>%1 became longer while it was read; the new lines are not counted.</source>
        <translation>%1 は読み込み中に長くなりました。増えた行は数えていません。</translation>
    </message>
    <message>
        <source>%1 was cut or replaced while it was read. Read it again.</source>
        <translation>%1 は読み込み中に切り詰められたか置き換えられました。読み込み直してください。</translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation>%1 % 読み込み済み</translation>
    </message>
    <message>
        <source>What SPF said: result:fail,softfail</source>
        <translation>SPFの評価結果: result:fail,softfail</translation>
    </message>
    <message>
        <source>What was done with the mail: action:block</source>
        <translation>メールの処理: action:block</translation>
    </message>
    <message>
        <source>Which identity was checked: identity:helo</source>
        <translation>検査された識別子: identity:helo</translation>
    </message>
    <message>
        <source>Domain of the sender: domain:*.example.jp</source>
        <translation>送信者のドメイン: domain:*.example.jp</translation>
    </message>
    <message>
        <source>Address or network of the client: ip:192.0.2.0/24</source>
        <translation>接続元のIPアドレスまたはネットワーク: ip:192.0.2.0/24</translation>
    </message>
    <message>
        <source>Name the client gave: helo:mail.example.jp</source>
        <translation>接続元が名乗った名前: helo:mail.example.jp</translation>
    </message>
    <message>
        <source>Envelope sender, &lt;&gt; for none: from:@example.jp</source>
        <translation>エンベロープの送信者(空の場合は &lt;&gt;): from:@example.jp</translation>
    </message>
    <message>
        <source>Recipient: to:info@example.jp</source>
        <translation>受信者: to:info@example.jp</translation>
    </message>
    <message>
        <source>Host that wrote the line: host:mx1</source>
        <translation>行を書き込んだホスト: host:mx1</translation>
    </message>
    <message>
        <source>Setting that decided: rule:globals.fail</source>
        <translation>判定に使われた設定: rule:globals.fail</translation>
    </message>
    <message>
        <source>Words or /regular expression/ in the line: text:&quot;not permitted&quot;</source>
        <translation>行に含まれる語句または /正規表現/: text:&quot;not permitted&quot;</translation>
    </message>
    <message>
        <source>At this time or later: since:-7d</source>
        <translation>この時刻以降: since:-7d</translation>
    </message>
    <message>
        <source>Before this time: until:2025-11-21T12:00</source>
        <translation>この時刻より前: until:2025-11-21T12:00</translation>
    </message>
    <message>
        <source>SPFPolicyd, form not known</source>
        <translation>SPFPolicyd(形式不明)</translation>
    </message>
    <message>
        <source>Your own pattern</source>
        <translation>独自の行パターン</translation>
    </message>
    <message>
        <source>The clock showed this hour twice (end of summer time).</source>
        <translation>この時間帯は時計が2回示しています(夏時間の終了)。</translation>
    </message>
    <message>
        <source>The year is not in the log; it was worked out from the date of the file.</source>
        <translation>ログに年がないため、ファイルの日付から推定しました。</translation>
    </message>
    <message>
        <source>The time could not be read; it is that of the check before.</source>
        <translation>時刻を読み取れないため、直前の検査の時刻を使用しています。</translation>
    </message>
    <message>
        <source>The log does not say what was done.</source>
        <translation>メールの処理はログに記録されていません。</translation>
    </message>
    <message>
        <source>Postfix refused the mail.</source>
        <translation>Postfix がメールを拒否しました。</translation>
    </message>
    <message>
        <source>Another program (rspamd or OpenDMARC) gave a result for the same message.</source>
        <translation>別のプログラム(rspamd または OpenDMARC)が、同じメッセージの評価結果を出しています。</translation>
    </message>
    <message>
        <source>Write a regular expression.</source>
        <translation>正規表現を入力してください。</translation>
    </message>
    <message>
        <source>The regular expression cannot be read (character %1): %2</source>
        <translation>正規表現を解釈できません(%1 文字目): %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a group. Names are: %2</source>
        <translation>「%1」はグループの名前として使用できません。使用できる名前: %2</translation>
    </message>
    <message>
        <source>A group named &quot;result&quot; or &quot;action&quot; is needed, as in (?&lt;result&gt;\w+).</source>
        <translation>「result」または「action」という名前のグループが必要です(例: (?&lt;result&gt;\w+))。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
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
        <source>Client address</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>HELO name</source>
        <translation>HELO の名前</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>受信者</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>ドメイン</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Queue id</source>
        <translation>キューID</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>No line is from policyd-spf or SPFPolicyd. policyd-spf writes one for each check with &quot;debugLevel = 1&quot; or more in policyd-spf.conf, SPFPolicyd with &quot;log_level = 1&quot; or more in config.ini. Postfix must ask it: check_policy_service in smtpd_recipient_restrictions.</source>
        <translation>policyd-spf または SPFPolicyd の行がありません。policyd-spf は policyd-spf.conf の「debugLevel = 1」以上、SPFPolicyd は config.ini の「log_level = 1」以上で検査ごとに記録します。Postfix の smtpd_recipient_restrictions に check_policy_service が必要です。</translation>
    </message>
    <message>
        <source>%1 was cut while it was followed, as copytruncate does: checks from before are still counted, but their lines are gone from the file. To read them, open its rotated copy as well.</source>
        <translation>%1 は追尾中に切り詰められました(copytruncate)。それ以前の検査は件数に含まれますが、ログの行はファイルに残っていません。読むには、ローテーション済みのファイルも開いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value of %2. Values are: %3</source>
        <translation>「%1」は %2 の値ではありません。指定できる値: %3</translation>
    </message>
    <message>
        <source>Character %1 of the filter: %2</source>
        <translation>フィルタの %1 文字目: %2</translation>
    </message>
    <message>
        <source>The regular expression %1 cannot be read from its character %2 on: %3</source>
        <translation>正規表現 %1 は %2 文字目から読み取れません: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands after a regular expression, where only &quot;i&quot; (any case) may. Put a text with &quot;/&quot; in quotation marks.</source>
        <translation>正規表現の後に「%1」があります。指定できるのは「i」(大文字と小文字を区別しない)だけです。「/」を含む文字列は引用符で囲んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not join terms: all of them must match. Several values: result:fail,pass. Exclude: -result:fail. To look for the word, put it in quotation marks.</source>
        <translation>「%1」で条件をつなぐことはできません。条件はすべて一致する必要があります。複数の値: result:fail,pass。除外: -result:fail。この語を検索するには引用符で囲んでください。</translation>
    </message>
    <message>
        <source>Terms cannot be put in parentheses: all of them must match. Several values: result:fail,pass. Exclude: -result:fail. To look for the text, put it in quotation marks.</source>
        <translation>条件を括弧で囲むことはできません。条件はすべて一致する必要があります。複数の値: result:fail,pass。除外: -result:fail。文字列として検索するには引用符で囲んでください。</translation>
    </message>
    <message>
        <source>%1, line %2: a journal entry is cut or damaged. Entries that were not read as a whole: %3. Export that part of the journal again.</source>
        <translation>%1 の %2 行目: ジャーナルの項目が途中で切れているか、壊れています。完全には読めなかった項目: %3 件。ジャーナルのその部分を書き出し直してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is an archive of files (zip, 7z). Unpack it and name the log that was in it.</source>
        <translation>%1 は複数ファイルのアーカイブ(zip、7z)のため読めません。展開して、中のログを指定してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read: its text is UTF-16. Convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8</source>
        <translation>%1 は UTF-16 のテキストのため読めません。先に UTF-8 に変換してください: iconv -f UTF-16 -t UTF-8</translation>
    </message>
    <message>
        <source>%1 cannot be read: it was packed twice. Unpack it once and name what comes out.</source>
        <translation>%1 は二重に圧縮されているため読めません。一度展開して、出てきたファイルを指定してください。</translation>
    </message>
    <message>
        <source>No check is of that period: the first one is of %1, the last one of %2.</source>
        <translation>この期間の検査はありません。最初の検査は %1、最後の検査は %2 です。</translation>
    </message>
    <message>
        <source>%1, line %2: journal entries (JSON or export form) stand among lines of text; %3 lines of them were not read. Put the entries into a file of their own.</source>
        <translation>%1 の %2 行目: テキストの行の中にジャーナルの項目(JSON または export 形式)が混ざっており、そのうち %3 行は読まれていません。項目を別のファイルに分けてください。</translation>
    </message>
    <message>
        <source>%1 is damaged or ends too early. What could be unpacked was read; from the damage on, lines may be missing or wrong.</source>
        <translation>%1 は壊れているか、途中で終わっています。展開できた分は読みましたが、破損箇所以降の行は欠けているか、誤っている可能性があります。</translation>
    </message>
    <message>
        <source>The pattern matches an empty line, so it would match every line.</source>
        <translation>この行パターンは空の行にマッチするため、すべての行にマッチしてしまいます。</translation>
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
    <message>
        <source>Enter a domain, or a mail address of it.</source>
        <translation>ドメインまたはそのメールアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The domain %1 is shown.</source>
        <translation>ドメイン %1 を表示します。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Open config.ini...</source>
        <translation>config.ini を開く(&amp;O)...</translation>
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
    <message>
        <source>Open on a ser&amp;ver...</source>
        <translation>サーバ上のファイルを開く(&amp;V)...</translation>
    </message>
</context>
<context>
    <name>MergeModel</name>
    <message>
        <source>Line %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>Lines %1–%2</source>
        <translation>%1~%2 行目</translation>
    </message>
</context>
<context>
    <name>MessageWords</name>
    <message>
        <source>connected</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>キュー登録</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>配送</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>配送延期</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>バウンス</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>+%1 s</source>
        <translation>+%1 秒</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 分</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 時間</translation>
    </message>
    <message>
        <source>+%1 d</source>
        <translation>+%1 日</translation>
    </message>
</context>
<context>
    <name>OutlineWords</name>
    <message>
        <source>DNS gave no usable answer for %1: temperror</source>
        <translation>%1 について DNS から有効な応答がありません: temperror</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no usable name: never matches</source>
        <translation>「%1」は使用できない名前のため、マッチしません</translation>
    </message>
    <message>
        <source>not followed: the tree is too large</source>
        <translation>全体が大きすぎるため、この先は調べていません</translation>
    </message>
    <message>
        <source>depends on the name of the sending host; cannot be listed</source>
        <translation>送信元ホストの名前によって決まるため、一覧にできません</translation>
    </message>
    <message>
        <source>depends on the mail; cannot be listed</source>
        <translation>メールによって決まるため、一覧にできません</translation>
    </message>
    <message>
        <source>ignored: the record has an all mechanism</source>
        <translation>無視: レコードに all 機構があります</translation>
    </message>
    <message>
        <source>ignored: after all</source>
        <translation>無視: all より後ろにあります</translation>
    </message>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n 個のネットワーク</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>costs %n look-ups</source>
        <translation>
            <numerusform>DNS 参照を %n 回消費</numerusform>
        </translation>
    </message>
    <message>
        <source>if nothing matched, the record of %1 decides (%2)</source>
        <translation>どれにもマッチしなければ %1 のレコードが決めます(%2)</translation>
    </message>
    <message>
        <source>everything that record allows (%1)</source>
        <translation>そのレコードが許可するすべて(%1)</translation>
    </message>
    <message>
        <source>no mail host with an address (void look-up)</source>
        <translation>アドレスを持つメールホストなし(空振り)</translation>
    </message>
    <message>
        <source>no address (void look-up)</source>
        <translation>アドレスなし(空振り)</translation>
    </message>
    <message numerus="yes">
        <source>the %n mail hosts: %1</source>
        <translation>
            <numerusform>%n 個のメールホスト: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>its %n addresses: %1</source>
        <translation>
            <numerusform>%n 個のアドレス: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>every address passes through this include</source>
        <translation>この include ではすべてのアドレスが pass になります</translation>
    </message>
    <message>
        <source>everyone may send: pass</source>
        <translation>だれでも送信できます: pass</translation>
    </message>
    <message>
        <source>everyone else: no match here</source>
        <translation>それ以外: ここではマッチしません</translation>
    </message>
    <message>
        <source>everyone else: %1</source>
        <translation>それ以外: %1</translation>
    </message>
    <message>
        <source>1 address</source>
        <translation>アドレス1個</translation>
    </message>
    <message>
        <source>%1 addresses</source>
        <translation>アドレス %1 個</translation>
    </message>
    <message>
        <source>duplicate of %1 (%2)</source>
        <translation>%1 と重複(%2)</translation>
    </message>
    <message>
        <source>inside %1 (%2)</source>
        <translation>%1 に含まれます(%2)</translation>
    </message>
    <message>
        <source>contradicts %1 (%2), which decides first</source>
        <translation>先に決まる %1 と矛盾します(%2)</translation>
    </message>
    <message>
        <source>except %1 (%2), which decides first</source>
        <translation>先に決まる %1 を除きます(%2)</translation>
    </message>
    <message>
        <source>No network covers %1: %2 has no usable SPF record (none).</source>
        <translation>%1 を含むネットワークはありません: %2 に有効な SPF レコードがありません(none)。</translation>
    </message>
    <message>
        <source>%1 gets %2: the evaluation ends at %3.</source>
        <translation>%1 は %2 になります: 評価は %3 で終わります。</translation>
    </message>
    <message>
        <source>No network covers %1, and the record does not say what others get (%2).</source>
        <translation>%1 を含むネットワークはなく、それ以外の扱いもレコードに書かれていません(%2)。</translation>
    </message>
    <message>
        <source>%1 may send: %2 of %3.</source>
        <translation>%1 は送信できます: %3 の %2。</translation>
    </message>
    <message>
        <source>%1 may not simply send: %2 of %3 gives %4.</source>
        <translation>%1 の送信は許可されていません: %3 の %2 により %4 になります。</translation>
    </message>
    <message>
        <source>No network covers %1: %2 of %3 gives %4.</source>
        <translation>%1 を含むネットワークはありません: %3 の %2 により %4 になります。</translation>
    </message>
    <message>
        <source>explains a fail; allows nobody</source>
        <translation>fail の説明文です。送信の許可とは関係ありません</translation>
    </message>
    <message>
        <source>unknown modifier: ignored</source>
        <translation>未知の修飾子: 無視されます</translation>
    </message>
    <message>
        <source>%1 → no match in this include</source>
        <translation>%1 → この include ではマッチしません</translation>
    </message>
    <message>
        <source>%1 → %2, not allowed</source>
        <translation>%1 → %2(許可されません)</translation>
    </message>
    <message>
        <source>look-up %1: permerror</source>
        <translation>DNS 参照 %1 回目: permerror</translation>
    </message>
    <message>
        <source>%1 publishes no SPF record: %2</source>
        <translation>%1 は SPF レコードを公開していません: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name with a record: %2</source>
        <translation>「%1」はレコードを持てない名前です: %2</translation>
    </message>
    <message>
        <source>%1 publishes more than one SPF record: permerror</source>
        <translation>%1 は複数の SPF レコードを公開しています: permerror</translation>
    </message>
    <message>
        <source>the record of %1 has errors: permerror</source>
        <translation>%1 のレコードに誤りがあります: permerror</translation>
    </message>
    <message>
        <source>loop: %1 is already on the way here: permerror</source>
        <translation>ループ: %1 はここまでの経路にすでにあります: permerror</translation>
    </message>
    <message>
        <source>part of a /64</source>
        <translation>/64 の一部</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>マッチしない</translation>
    </message>
    <message numerus="yes">
        <source>more than %n networks</source>
        <translation>
            <numerusform>%n 個を超えるネットワーク</numerusform>
        </translation>
    </message>
    <message>
        <source>1 IPv4 address</source>
        <translation>IPv4 アドレス1個</translation>
    </message>
    <message>
        <source>%1 IPv4 addresses</source>
        <translation>IPv4 アドレス %1 個</translation>
    </message>
    <message>
        <source>1 IPv6 /64</source>
        <translation>IPv6 /64 1個</translation>
    </message>
    <message>
        <source>%1 IPv6 /64s</source>
        <translation>IPv6 /64 %1 個</translation>
    </message>
    <message>
        <source>It cannot be excluded that a term decides otherwise that depends on the mail: %1</source>
        <translation>メールによって決まる用語があるため、結果が変わる可能性があります: %1</translation>
    </message>
    <message numerus="yes">
        <source>No operator is known for %n networks.</source>
        <translation>
            <numerusform>%n 個のネットワークの運用者は不明です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first networks were looked up.</source>
        <translation>先頭のネットワークだけを調べました。</translation>
    </message>
    <message>
        <source>%1 look-up terms: an evaluation that gets to the end is permerror</source>
        <translation>DNS 参照を伴う用語が %1 のため、最後まで評価すると permerror になります</translation>
    </message>
    <message>
        <source>%1 void look-ups: an evaluation that gets to the end is permerror</source>
        <translation>空振りが %1 のため、最後まで評価すると permerror になります</translation>
    </message>
</context>
<context>
    <name>PageParts</name>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>No check matches</source>
        <translation>該当する検査はありません</translation>
    </message>
    <message>
        <source>Nothing in the log is as the filter asks.</source>
        <translation>フィルタの条件に合うものがログにありません。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルタをクリア</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>All lines of the log; the filter is for checks only</source>
        <translation>ログの全行を表示しています(絞り込みは検査のみに適用)</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>The connecting address is in the approved list (white_ip: %1).</source>
        <translation>接続元IPアドレスが承認済みリストにあります(white_ip: %1)。</translation>
    </message>
    <message>
        <source>The checked domain is in the approved list (white_domain: %1).</source>
        <translation>検証するドメインが承認済みリストにあります(white_domain: %1)。</translation>
    </message>
    <message>
        <source>Only requests at MAIL and RCPT are decided.</source>
        <translation>処理を決めるのは MAIL と RCPT の要求だけです。</translation>
    </message>
    <message>
        <source>The request names no client address.</source>
        <translation>要求に接続元IPアドレスがありません。</translation>
    </message>
    <message>
        <source>There is nothing to check: the sender is empty and check_helo is no.</source>
        <translation>送信者が空で check_helo が no のため、検証するものがありません。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; of [globals] decides.</source>
        <translation>[globals] のキー「%1」で処理が決まります。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; of [enforce_actions] decides.</source>
        <translation>[enforce_actions] のキー「%1」で処理が決まります。</translation>
    </message>
    <message>
        <source>The enforce list holds &quot;%2&quot;, so the key &quot;%1&quot; of [enforce_actions] decides.</source>
        <translation>施行リストに「%2」があるため、[enforce_actions] のキー「%1」で処理が決まります。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; of the section [%2] decides.</source>
        <translation>セクション [%2] のキー「%1」で処理が決まります。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Identity to check</source>
        <translation>検証する識別子</translation>
    </message>
    <message>
        <source>Approved list of addresses (white_ip)</source>
        <translation>アドレスの承認済みリスト(white_ip)</translation>
    </message>
    <message>
        <source>Approved list of domains (white_domain)</source>
        <translation>ドメインの承認済みリスト(white_domain)</translation>
    </message>
    <message>
        <source>Enforce list of addresses (enforce_ip)</source>
        <translation>アドレスの施行リスト(enforce_ip)</translation>
    </message>
    <message>
        <source>Enforce list of domains (enforce_domain)</source>
        <translation>ドメインの施行リスト(enforce_domain)</translation>
    </message>
    <message>
        <source>Section of the domain</source>
        <translation>ドメインのセクション</translation>
    </message>
    <message>
        <source>[globals]</source>
        <translation>[globals]</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>これで決まります</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>該当しません</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>調べません</translation>
    </message>
    <message>
        <source>would apply, but something before it decides</source>
        <translation>該当しますが、より優先度の高いもので決まります</translation>
    </message>
</context>
<context>
    <name>PostfixLintWords</name>
    <message>
        <source>&quot;%1&quot; is not in master.cf, but %2 asks for it. Mail is refused with 451.</source>
        <translation>master.cf に「%1」がありません(%2 で参照)。メールは 451 で拒否されます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is asked for, but master.cf has &quot;%2&quot;: the names must be the same, upper and lower case too.</source>
        <translation>参照名「%1」と master.cf の「%2」が一致しません。大文字と小文字も同じにしてください。</translation>
    </message>
    <message>
        <source>The maxproc column of &quot;%1&quot; is %2; it must be 0, or mail waits for a free process.</source>
        <translation>「%1」の maxproc が %2 です。0 でないと、プロセスの空きを待ってメールが遅れます。</translation>
    </message>
    <message>
        <source>The private column of &quot;%1&quot; is n; unix:private/ looks for it elsewhere.</source>
        <translation>「%1」の private が n です。unix:private/ からは見つかりません。</translation>
    </message>
    <message>
        <source>The chroot column of &quot;%1&quot; is y; a script cannot find its interpreter, configuration and resolv.conf there.</source>
        <translation>「%1」の chroot が y です。スクリプトがインタプリタ、設定、resolv.conf を見つけられません。</translation>
    </message>
    <message>
        <source>The user of &quot;%1&quot; (%2) does not exist, is root or owns Postfix; spawn refuses it.</source>
        <translation>「%1」のユーザ(%2)が存在しないか、root または Postfix の所有者です。spawn は起動を拒否します。</translation>
    </message>
    <message>
        <source>smtpd_policy_service_timeout is %1; it should be at least %2, or a slow DNS check is cut off.</source>
        <translation>smtpd_policy_service_timeout が %1 です。%2 以上でないと、DNS の遅い検査が打ち切られます。</translation>
    </message>
    <message>
        <source>SPF is checked on %1 too, where your own users send: add -o %2= there.</source>
        <translation>自組織の利用者が送信する %1 でも SPF が検査されます。-o %2= を追加してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has lost the blank at its beginning; it is no longer part of the entry above.</source>
        <translation>「%1」の先頭の空白が失われ、上の項目の続きではなくなっています。</translation>
    </message>
    <message>
        <source>In %1, %2 stands before reject_unauth_destination; put it after it.</source>
        <translation>%1 で %2 が reject_unauth_destination より前にあります。後ろに置いてください。</translation>
    </message>
    <message>
        <source>%2 in %1 runs before the sender is known when smtpd_delay_reject = no, and a header cannot be added there.</source>
        <translation>%1 の %2 は、smtpd_delay_reject = no では送信者が分かる前に実行され、ヘッダも追加できません。</translation>
    </message>
    <message>
        <source>%1 is asked twice per recipient: in %2 and in %3.</source>
        <translation>%1 が受信者ごとに 2 回呼ばれます(%2 と %3)。</translation>
    </message>
    <message>
        <source>%1 is set more than once; only the last one (line %2) counts.</source>
        <translation>%1 が複数回設定されています。最後の行(%2 行目)だけが有効です。</translation>
    </message>
    <message>
        <source>permit_mynetworks comes first in %1 and all mail comes from %2: SPF is never checked.</source>
        <translation>%1 の先頭が permit_mynetworks で、すべてのメールが %2 から届くため、SPF は検査されません。</translation>
    </message>
    <message>
        <source>In %1, senders that %2 %3 answers with OK skip the SPF check.</source>
        <translation>%1 では、%2 %3 が OK を返した送信者は SPF の検査を受けません。</translation>
    </message>
    <message>
        <source>Without default_action=DUNNO mail is deferred (451) while the policy service is down.</source>
        <translation>default_action=DUNNO がないと、ポリシーサービスの停止中はメールが一時的に拒否(451)されます。</translation>
    </message>
    <message>
        <source>Another SPF checker is in use: %1.</source>
        <translation>ほかの SPF 検査が動作しています: %1</translation>
    </message>
    <message>
        <source>sender_canonical_maps is set more than once; only line %1 counts. Join them with a comma.</source>
        <translation>sender_canonical_maps が複数行あります。%1 行目だけが有効です。カンマで 1 行にまとめてください。</translation>
    </message>
    <message>
        <source>%1 uses the old name %2; it is called %3 since Postfix 2.3.</source>
        <translation>%1 の %2 は古い名前です。Postfix 2.3 以降は %3 です。</translation>
    </message>
    <message>
        <source>%1 is below 1000 s (%2); the policy process may be stopped while it is in use.</source>
        <translation>%1 が 1000 秒未満です(%2)。使用中のポリシープロセスが停止されることがあります。</translation>
    </message>
    <message>
        <source>%1 is not set: the policy process may be stopped after 1000 s while it is in use.</source>
        <translation>%1 が設定されていません。使用中のポリシープロセスが 1000 秒で停止されることがあります。</translation>
    </message>
</context>
<context>
    <name>PostfixWords</name>
    <message>
        <source>The service &quot;%1&quot; in master.cf is uncommented.</source>
        <translation>master.cf のサービス「%1」のコメントを解除します。</translation>
    </message>
    <message>
        <source>The service &quot;%1&quot; is added at the end of master.cf.</source>
        <translation>master.cf の末尾にサービス「%1」を追加します。</translation>
    </message>
    <message>
        <source>The service &quot;%1&quot; in master.cf is commented out.</source>
        <translation>master.cf のサービス「%1」をコメント化します。</translation>
    </message>
    <message>
        <source>The check &quot;%2&quot; is put into %1.</source>
        <translation>%1 にチェック「%2」を追加します。</translation>
    </message>
    <message>
        <source>The check &quot;%2&quot; is taken out of %1.</source>
        <translation>%1 からチェック「%2」を取り除きます。</translation>
    </message>
    <message>
        <source>The parameter %1 is added: %2</source>
        <translation>パラメータ %1 を追加します: %2</translation>
    </message>
    <message>
        <source>The parameter %1 is removed, as it would be empty.</source>
        <translation>空になるため、パラメータ %1 を削除します。</translation>
    </message>
    <message>
        <source>The parameter %1 is uncommented: %2</source>
        <translation>パラメータ %1 のコメントを解除します: %2</translation>
    </message>
    <message>
        <source>The parameter %1 is commented out.</source>
        <translation>パラメータ %1 をコメント化します。</translation>
    </message>
    <message>
        <source>The time limit %1 is raised from %2 to %3.</source>
        <translation>時間制限 %1 を %2 から %3 に引き上げます。</translation>
    </message>
    <message>
        <source>The service &quot;%1&quot; is active in master.cf already.</source>
        <translation>サービス「%1」は master.cf ですでに有効です。</translation>
    </message>
    <message>
        <source>The service &quot;%1&quot; is not active in master.cf.</source>
        <translation>サービス「%1」は master.cf で有効になっていません。</translation>
    </message>
    <message>
        <source>%1 holds the check &quot;%2&quot; already.</source>
        <translation>%1 にはすでにチェック「%2」があります。</translation>
    </message>
    <message>
        <source>No list holds the check &quot;%1&quot;.</source>
        <translation>チェック「%1」はどのリストにもありません。</translation>
    </message>
    <message>
        <source>The time limit %1 is set already: %2</source>
        <translation>時間制限 %1 はすでに設定されています: %2</translation>
    </message>
    <message>
        <source>The time limit %1 = %2 is low; 3600 is recommended.</source>
        <translation>時間制限 %1 = %2 は短すぎます。3600 を推奨します。</translation>
    </message>
    <message>
        <source>The time limit %1 is not needed: the daemon runs by itself.</source>
        <translation>デーモンが単独で動作するため、時間制限 %1 は不要です。</translation>
    </message>
    <message>
        <source>Mail of your own networks and of authenticated senders is checked too. Put your own networks into white_ip.</source>
        <translation>自ネットワークと認証済みの送信者のメールも検査されます。自ネットワークを white_ip に追加してください。</translation>
    </message>
    <message>
        <source>To leave authenticated senders unchecked, set &quot;-o %1=&quot; on the submission service in master.cf.</source>
        <translation>認証済みの送信者を検査しないようにするには、master.cf の submission サービスに「-o %1=」を設定してください。</translation>
    </message>
    <message>
        <source>%1 holds the check &quot;%2&quot; as well: every recipient would be checked twice.</source>
        <translation>%1 にもチェック「%2」があります。受信者ごとに 2 回検査されます。</translation>
    </message>
    <message>
        <source>%1 refers to &quot;%2&quot;, which may hold more entries than are seen here.</source>
        <translation>%1 は「%2」を参照しており、ここに見えない項目が含まれる可能性があります。</translation>
    </message>
    <message>
        <source>%1 = %2 cannot be edited safely by a program. Put in by hand: %3</source>
        <translation>%1 = %2 はプログラムで安全に編集できません。手作業で追加してください: %3</translation>
    </message>
    <message>
        <source>%1 = %2 cannot be edited safely by a program. Take out by hand: %3</source>
        <translation>%1 = %2 はプログラムで安全に編集できません。手作業で取り除いてください: %3</translation>
    </message>
    <message>
        <source>%1 = %2 cannot be edited safely by a program. Set it to 3600 by hand.</source>
        <translation>%1 = %2 はプログラムで安全に編集できません。手作業で 3600 に設定してください。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>助言</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手作業</translation>
    </message>
    <message>
        <source>This is not the Postfix of IMSVA: make sure that the user %2 and the program %3 exist, or name others in the entry &quot;%1&quot;.</source>
        <translation>IMSVA の Postfix ではありません。ユーザ %2 とプログラム %3 があることを確認するか、「%1」の項目で別のものを指定してください。</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>No SPF record found at %1</source>
        <translation>%1 に SPF レコードがありません</translation>
    </message>
    <message>
        <source>Multiple SPF records (%1) at %2: permerror</source>
        <translation>%2 に SPF レコードが %1 個あります(permerror)</translation>
    </message>
    <message>
        <source>Record must start with &quot;v=spf1 &quot;</source>
        <translation>レコードは「v=spf1 」で始まる必要があります</translation>
    </message>
    <message>
        <source>Unknown mechanism &quot;%1&quot; (did you mean &quot;%2&quot;?)</source>
        <translation>不明な機構「%1」です(「%2」の誤りですか?)</translation>
    </message>
    <message>
        <source>Invalid IPv4 address/prefix in &quot;%1&quot;</source>
        <translation>「%1」の IPv4 アドレス/プレフィックスが不正です</translation>
    </message>
    <message>
        <source>Invalid IPv6 address/prefix in &quot;%1&quot;</source>
        <translation>「%1」の IPv6 アドレス/プレフィックスが不正です</translation>
    </message>
    <message>
        <source>IPv6 address in ip4 (or the reverse)</source>
        <translation>ip4 に IPv6 アドレス(またはその逆)が指定されています</translation>
    </message>
    <message>
        <source>&quot;=&quot; used where &quot;:&quot; is needed (or the reverse)</source>
        <translation>「:」とすべき箇所に「=」が使われています(またはその逆)</translation>
    </message>
    <message>
        <source>Blank after &quot;:&quot; or inside a term</source>
        <translation>用語の途中に空白があります</translation>
    </message>
    <message>
        <source>Terms must be separated by blanks, not &quot;%1&quot;</source>
        <translation>用語の区切りは空白です(「%1」は使えません)</translation>
    </message>
    <message>
        <source>More than 10 DNS lookup terms (%1)</source>
        <translation>DNS 参照を伴う用語が 10 個を超えています(%1)</translation>
    </message>
    <message>
        <source>%1 of 10 DNS lookups used</source>
        <translation>DNS 参照が上限 10 のうち %1 使われています</translation>
    </message>
    <message>
        <source>More than 2 void lookups (%1)</source>
        <translation>空振りの DNS 参照が 2 を超えています(%1)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no address (void lookup)</source>
        <translation>「%1」にアドレスがありません(空振り)</translation>
    </message>
    <message>
        <source>include target &quot;%1&quot; has no SPF record: permerror</source>
        <translation>include 先「%1」に SPF レコードがありません(permerror)</translation>
    </message>
    <message>
        <source>redirect target &quot;%1&quot; has no SPF record: permerror</source>
        <translation>redirect 先「%1」に SPF レコードがありません(permerror)</translation>
    </message>
    <message>
        <source>Loop: %1</source>
        <translation>ループしています: %1</translation>
    </message>
    <message>
        <source>The same include occurs twice: &quot;%1&quot;</source>
        <translation>同じ include「%1」が重複しています</translation>
    </message>
    <message>
        <source>&quot;+all&quot; (or bare all) authorises every host</source>
        <translation>「+all」はすべてのホストを許可します</translation>
    </message>
    <message>
        <source>&quot;?all&quot; gives no protection</source>
        <translation>「?all」では保護されません</translation>
    </message>
    <message>
        <source>&quot;~all&quot;: receivers usually accept; move to -all after observation</source>
        <translation>「~all」は多くの受信側で受理されます。確認後「-all」へ</translation>
    </message>
    <message>
        <source>No &quot;all&quot; and no redirect: result is neutral</source>
        <translation>all も redirect もないため結果は neutral です</translation>
    </message>
    <message>
        <source>Terms after &quot;all&quot; are never reached: &quot;%1&quot;</source>
        <translation>「all」より後の「%1」は評価されません</translation>
    </message>
    <message>
        <source>redirect is ignored because &quot;all&quot; is present</source>
        <translation>all があるため redirect は無視されます</translation>
    </message>
    <message>
        <source>Modifier &quot;%1&quot; appears more than once</source>
        <translation>修飾子「%1」が複数あります</translation>
    </message>
    <message>
        <source>all takes no argument</source>
        <translation>all に引数は指定できません</translation>
    </message>
    <message>
        <source>ptr is deprecated and slow</source>
        <translation>ptr は非推奨で低速です</translation>
    </message>
    <message>
        <source>Very wide network &quot;%1&quot; (%2 addresses)</source>
        <translation>範囲が広すぎます「%1」(%2 アドレス)</translation>
    </message>
    <message>
        <source>Host bits set: &quot;%1&quot; means %2</source>
        <translation>ホスト部のビットがあります。「%1」は %2 を意味します</translation>
    </message>
    <message>
        <source>Private/reserved address &quot;%1&quot; in a public record</source>
        <translation>公開レコードにプライベート/予約アドレス「%1」があります</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is already covered by &quot;%2&quot;</source>
        <translation>「%1」は「%2」に含まれています</translation>
    </message>
    <message>
        <source>Adjacent networks can be merged into %1</source>
        <translation>隣接ネットワークを「%1」に統合できます</translation>
    </message>
    <message>
        <source>Conflicting qualifiers for overlapping networks</source>
        <translation>重複するネットワークに異なる限定子があります</translation>
    </message>
    <message>
        <source>A single string exceeds 255 octets</source>
        <translation>1 つの文字列が 255 オクテットを超えています</translation>
    </message>
    <message>
        <source>Strings are joined without a blank: &quot;%1%2&quot;</source>
        <translation>文字列が空白なしで連結されています「%1%2」</translation>
    </message>
    <message>
        <source>Record is longer than 450 octets (%1)</source>
        <translation>レコードが 450 オクテットを超えています(%1)</translation>
    </message>
    <message>
        <source>DNS answer does not fit in 512 octets; TCP/EDNS needed</source>
        <translation>DNS 応答が 512 オクテットに収まりません</translation>
    </message>
    <message>
        <source>Obsolete RR type SPF (99) is published</source>
        <translation>廃止された SPF(type 99)レコードがあります</translation>
    </message>
    <message>
        <source>Upper case letters (works, but unusual)</source>
        <translation>大文字が使われています(動作上は問題ありません)</translation>
    </message>
    <message>
        <source>Invalid macro &quot;%1&quot;</source>
        <translation>マクロ「%1」が不正です</translation>
    </message>
    <message>
        <source>Macro letter &quot;%1&quot; is only allowed in exp</source>
        <translation>マクロ「%1」は exp でのみ使用できます</translation>
    </message>
    <message>
        <source>Deprecated macro p</source>
        <translation>マクロ p は非推奨です</translation>
    </message>
    <message>
        <source>Invalid domain &quot;%1&quot; in a term</source>
        <translation>ドメイン「%1」が不正です</translation>
    </message>
    <message>
        <source>CIDR on a/mx covers more than intended</source>
        <translation>a/mx の CIDR 範囲に注意してください</translation>
    </message>
    <message>
        <source>mx has more than 10 names: permerror</source>
        <translation>mx の候補が 10 を超えています(permerror)</translation>
    </message>
    <message>
        <source>mx/a used by a domain without MX/A</source>
        <translation>MX/A がないのに mx/a が使われています</translation>
    </message>
    <message>
        <source>exp target missing</source>
        <translation>exp の参照先がありません</translation>
    </message>
    <message>
        <source>Unknown modifier &quot;%1&quot; is ignored</source>
        <translation>不明な修飾子「%1」は無視されます</translation>
    </message>
    <message>
        <source>Sender ID record spf2.0 found</source>
        <translation>spf2.0(Sender ID)のレコードがあります</translation>
    </message>
    <message>
        <source>Non-ASCII or control character at position %1</source>
        <translation>%1 文字目に ASCII 以外/制御文字があります</translation>
    </message>
    <message>
        <source>Surrounding quotes are part of the data</source>
        <translation>引用符がデータに含まれています</translation>
    </message>
    <message>
        <source>Included policy of &quot;%1&quot; ends in +all: any host passes via include</source>
        <translation>include 先「%1」が +all です</translation>
    </message>
    <message>
        <source>&quot;all&quot; of an included record has no effect here</source>
        <translation>include 先の all は影響しません</translation>
    </message>
    <message>
        <source>DNS error for &quot;%1&quot;: result temperror</source>
        <translation>「%1」で DNS エラー(temperror)</translation>
    </message>
    <message>
        <source>TTL of %1 s is very short/long</source>
        <translation>TTL %1 秒は短すぎ/長すぎます</translation>
    </message>
    <message>
        <source>Domain sends no mail (no MX/null MX) but has no &quot;-all&quot;</source>
        <translation>送信しないドメインに -all がありません</translation>
    </message>
    <message>
        <source>HELO host %1 has no SPF record</source>
        <translation>HELO ホスト %1 に SPF レコードがありません</translation>
    </message>
    <message>
        <source>Server IP %1 (ours) is not authorised</source>
        <translation>自サーバの %1 が許可されていません</translation>
    </message>
    <message>
        <source>IPv6 address of the server is not covered</source>
        <translation>サーバの IPv6 アドレスが対象外です</translation>
    </message>
    <message>
        <source>Subdomain %1 has no own SPF record (SPF is not inherited)</source>
        <translation>サブドメイン %1 に SPF がありません(継承されません)</translation>
    </message>
    <message>
        <source>CNAME at %1; record comes from %2</source>
        <translation>%1 は CNAME で %2 を参照しています</translation>
    </message>
    <message>
        <source>Flattened record is stale: %1 changed</source>
        <translation>フラット化したレコードが古くなっています: %1</translation>
    </message>
    <message>
        <source>Replaced provider include: use &quot;%1&quot;</source>
        <translation>提供元の include は「%1」に変更されています</translation>
    </message>
    <message>
        <source>exists with a user macro leaks addresses to DNS</source>
        <translation>exists のユーザマクロでアドレスが DNS に流出します</translation>
    </message>
    <message>
        <source>DMARC present, but SPF domain is not aligned</source>
        <translation>DMARC と SPF のドメインが一致していません</translation>
    </message>
    <message>
        <source>Replace &quot;%1&quot; by &quot;%2&quot;</source>
        <translation>「%1」を「%2」に置き換える</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;</source>
        <translation>「%1」を削除する</translation>
    </message>
    <message>
        <source>Add &quot;%1&quot;</source>
        <translation>「%1」を追加する</translation>
    </message>
    <message>
        <source>Publish &quot;%1&quot;</source>
        <translation>「%1」を公開する</translation>
    </message>
    <message>
        <source>Merge into &quot;%1&quot;</source>
        <translation>「%1」に統合する</translation>
    </message>
    <message>
        <source>Split into strings of at most 255 octets</source>
        <translation>255 オクテット以下の文字列に分割する</translation>
    </message>
    <message>
        <source>Separate the terms by blanks</source>
        <translation>用語を空白で区切る</translation>
    </message>
    <message>
        <source>Remove the blank inside the term</source>
        <translation>用語の途中の空白を削除する</translation>
    </message>
    <message>
        <source>Unknown mechanism &quot;%1&quot;</source>
        <translation>不明な機構「%1」です</translation>
    </message>
    <message>
        <source>Write in lower case</source>
        <translation>小文字にする</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>A blank is missing between two terms</source>
        <translation>2つの用語の間に空白がありません</translation>
    </message>
    <message>
        <source>Invalid domain &quot;%1&quot;</source>
        <translation>「%1」は無効なドメインです</translation>
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
        <source>The mail is refused with a 4xx reply; the sender&apos;s server tries again later.</source>
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
    <name>SampleNotes</name>
    <message>
        <source>Softfail is retried</source>
        <translation>softfail は再送を待つ</translation>
    </message>
    <message>
        <source>New relay of the branch office</source>
        <translation>支店の新しい中継サーバ</translation>
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
    <name>SpfWords</name>
    <message>
        <source>&quot;%1&quot; is not a domain name that can be checked.</source>
        <translation>「%1」は検証できるドメイン名ではありません。</translation>
    </message>
    <message>
        <source>%1 publishes no SPF record.</source>
        <translation>%1 は SPF レコードを公開していません。</translation>
    </message>
    <message>
        <source>%1 publishes more than one SPF record; only one is allowed.</source>
        <translation>%1 は SPF レコードを複数公開しています(1 つだけにする必要があります)。</translation>
    </message>
    <message>
        <source>The record of %1 holds a character that is not allowed, at byte %2.</source>
        <translation>%1 のレコードの %2 バイト目に、使用できない文字があります。</translation>
    </message>
    <message>
        <source>The record of %1 needs too many terms with DNS look-ups; the limit was passed at &quot;%2&quot;.</source>
        <translation>%1 のレコードは DNS 参照を伴う用語が多すぎます。「%2」で上限を超えました。</translation>
    </message>
    <message>
        <source>Too many DNS look-ups found nothing; the limit was passed at &quot;%2&quot; of %1.</source>
        <translation>空の DNS 参照が多すぎます。%1 の「%2」で上限を超えました。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; of %1 leads to too many mail servers.</source>
        <translation>%1 の「%2」が指すメールサーバが多すぎます。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; of %1 includes a domain that has no SPF record.</source>
        <translation>%1 の「%2」は SPF レコードのないドメインをインクルードしています。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; of %1 redirects to a domain that has no SPF record.</source>
        <translation>%1 の「%2」は SPF レコードのないドメインに転送しています。</translation>
    </message>
    <message>
        <source>DNS gave no usable answer for %1: %2</source>
        <translation>%1 について DNS から有効な応答がありません: %2</translation>
    </message>
    <message>
        <source>The time limit ran out while %1 was being checked.</source>
        <translation>%1 の検証中に制限時間を超えました。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 is not a known mechanism.</source>
        <translation>%1 のレコードの「%2」は不明な機構です。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 cannot be read as a term.</source>
        <translation>%1 のレコードの「%2」を用語として解釈できません。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 begins with a wrong qualifier; only + - ~ ? are allowed.</source>
        <translation>%1 のレコードの「%2」は限定子が不正です(+ - ~ ? のみ使用できます)。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 lacks its value.</source>
        <translation>%1 のレコードの「%2」に値がありません。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 has a value where none is allowed.</source>
        <translation>%1 のレコードの「%2」に値は指定できません。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 holds no valid IP address.</source>
        <translation>%1 のレコードの「%2」に有効な IP アドレスがありません。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 mixes up IPv4 and IPv6.</source>
        <translation>%1 のレコードの「%2」で IPv4 と IPv6 が混同されています。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 has a wrong prefix length.</source>
        <translation>%1 のレコードの「%2」のプレフィックス長が不正です。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 names no valid domain.</source>
        <translation>%1 のレコードの「%2」のドメインが不正です。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 holds the invalid macro &quot;%3&quot;.</source>
        <translation>%1 のレコードの「%2」のマクロ「%3」が不正です。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 uses the macro &quot;%3&quot;, which is only allowed in explanations.</source>
        <translation>%1 のレコードの「%2」のマクロ「%3」は説明文(exp)でのみ使用できます。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in the record of %1 is a modifier that may stand there only once.</source>
        <translation>%1 のレコードの修飾子「%2」は 1 回しか使用できません。</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>マッチします</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>マッチしません</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>評価していません</translation>
    </message>
    <message>
        <source>The question was answered.</source>
        <translation>応答がありました。</translation>
    </message>
    <message>
        <source>The name has no record of this type.</source>
        <translation>この名前に該当するタイプのレコードがありません。</translation>
    </message>
    <message>
        <source>The name does not exist.</source>
        <translation>この名前は存在しません。</translation>
    </message>
    <message>
        <source>The name server could not read the question.</source>
        <translation>ネームサーバが質問を解釈できませんでした。</translation>
    </message>
    <message>
        <source>The name server reported a failure.</source>
        <translation>ネームサーバが障害を報告しました。</translation>
    </message>
    <message>
        <source>The name server does not support the question.</source>
        <translation>ネームサーバがこの質問に対応していません。</translation>
    </message>
    <message>
        <source>The name server refused to answer.</source>
        <translation>ネームサーバが応答を拒否しました。</translation>
    </message>
    <message>
        <source>The name server answered with an unusual error.</source>
        <translation>ネームサーバが通常と異なるエラーを返しました。</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>時間内に応答がありませんでした。</translation>
    </message>
    <message>
        <source>No name server could be reached.</source>
        <translation>ネームサーバに到達できません。</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>応答を解釈できません。</translation>
    </message>
    <message>
        <source>The name is too long to be asked for.</source>
        <translation>名前が長すぎて問い合わせできません。</translation>
    </message>
    <message>
        <source>The question was given up.</source>
        <translation>質問は取り消されました。</translation>
    </message>
    <message>
        <source>The question is not among the recorded answers.</source>
        <translation>この質問は記録された応答にありません。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>該当する用語なし</translation>
    </message>
    <message>
        <source>no term of the record matched</source>
        <translation>マッチした用語なし</translation>
    </message>
</context>
<context>
    <name>SshWords</name>
    <message>
        <source>%1 shows another host key than before (%2). If nobody has set it up anew, somebody may be listening in: ask its administrator.</source>
        <translation>%1 のホスト鍵が以前と異なります(%2)。サーバを再構築した覚えがなければ、通信が盗聴されているおそれがあります。管理者に確認してください。</translation>
    </message>
    <message>
        <source>The old key stands in %1, line %2.</source>
        <translation>以前の鍵は %1 の %2 行目にあります。</translation>
    </message>
    <message>
        <source>There is no ssh on this computer. Install the OpenSSH client.</source>
        <translation>この PC に ssh がありません。OpenSSH クライアントをインストールしてください。</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a host. Write host, user@host or user@host:port.</source>
        <translation>「%1」はホスト名として使えません。host、user@host または user@host:port の形で入力してください。</translation>
    </message>
    <message>
        <source>%1: no host of this name is known. Check the name and ~/.ssh/config.</source>
        <translation>%1 という名前のホストが見つかりません。名前と ~/.ssh/config を確認してください。</translation>
    </message>
    <message>
        <source>%1 does not answer. Check address, port, firewall, and jump hosts.</source>
        <translation>%1 から応答がありません。アドレス、ポート、ファイアウォール、踏み台を確認してください。</translation>
    </message>
    <message>
        <source>The key of %1 is not known yet. Connect once with ssh in a terminal and compare the fingerprint.</source>
        <translation>%1 のホスト鍵がまだ登録されていません。端末から一度 ssh で接続し、フィンガープリントを確認してください。</translation>
    </message>
    <message>
        <source>%1 lets nobody in with these keys and passwords. Check the user name, and the keys of ssh-agent with ssh-add -l.</source>
        <translation>%1 にログインできません。ユーザ名と、ssh-agent の鍵(ssh-add -l)を確認してください。</translation>
    </message>
    <message>
        <source>%1 let us in but runs no commands for this account.</source>
        <translation>%1 にログインできましたが、このアカウントではコマンドを実行できません。</translation>
    </message>
    <message>
        <source>%1 was not reached.</source>
        <translation>%1 に接続できませんでした。</translation>
    </message>
    <message>
        <source>no ssh here</source>
        <translation>ssh がありません</translation>
    </message>
    <message>
        <source>not a host name</source>
        <translation>ホスト名ではありません</translation>
    </message>
    <message>
        <source>unknown name</source>
        <translation>不明な名前</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>host key not known</source>
        <translation>ホスト鍵が未登録</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>ホスト鍵が変わりました</translation>
    </message>
    <message>
        <source>not let in</source>
        <translation>ログイン不可</translation>
    </message>
    <message>
        <source>no commands</source>
        <translation>コマンド実行不可</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>接続できません</translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message>
        <source>ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>expected %1, got %2</source>
        <translation>期待は %1、結果は %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln test mails: %1 ok, %2 failed</source>
        <translation>
            <numerusform>テストメール %Ln 通: 成功 %1、失敗 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A quotation mark is not closed. Close it, or double it to mean the mark itself.</source>
        <translation>引用符が閉じられていません。閉じるか、引用符そのものを表す場合は2つ重ねてください。</translation>
    </message>
    <message>
        <source>There are more fields than the header names: “%1”. Put a text that holds the separator in quotation marks.</source>
        <translation>列名より項目が多くなっています: 「%1」。区切り文字を含む文字列は引用符で囲んでください。</translation>
    </message>
    <message>
        <source>The address is missing. Write the connecting IP address in the column ip.</source>
        <translation>アドレスがありません。ip 列に接続元IPアドレスを書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no IP address. Write one address in the column ip, such as 192.0.2.10 or 2001:db8::1.</source>
        <translation>「%1」は IP アドレスではありません。ip 列に 192.0.2.10 や 2001:db8::1 のようなアドレスを1つ書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no SPF result. Write pass, neutral, softfail, fail, none, temperror, permerror or live in the column result.</source>
        <translation>「%1」は SPF の評価結果ではありません。result 列に pass、neutral、softfail、fail、none、temperror、permerror または live を書いてください。</translation>
    </message>
    <message>
        <source>The expected action is missing. Write bypass, tempblock, block or skip in the column action.</source>
        <translation>期待する処理がありません。action 列に bypass、tempblock、block または skip を書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no action. Write bypass, tempblock, block or skip in the column action.</source>
        <translation>「%1」は処理ではありません。action 列に bypass、tempblock、block または skip を書いてください。</translation>
    </message>
    <message>
        <source>%1 cannot be used: it is not UTF-8. Save it again as “CSV UTF-8”.</source>
        <translation>%1 は UTF-8 ではないため使えません。「CSV UTF-8」で保存し直してください。</translation>
    </message>
    <message>
        <source>%1 cannot be used: its first line has to name the columns ip, helo, sender, result, action and note, in any order.</source>
        <translation>%1 は使えません。1行目に列名 ip、helo、sender、result、action、note を(順不同で)書いてください。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>%1 行目: %2</translation>
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
    <message>
        <source>&quot;%1&quot; is no name that can be asked: no match</source>
        <translation>「%1」は問い合わせできる名前ではないため、マッチしません</translation>
    </message>
    <message>
        <source>the local part cannot stand in a name: no match</source>
        <translation>ローカルパートをドメイン名に入れられないため、マッチしません</translation>
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
        <source>There is no page &quot;%1&quot;; pages are: %2.</source>
        <translation>「%1」という画面はありません。使える画面: %2</translation>
    </message>
    <message>
        <source>The language is ja, en or system, not &quot;%1&quot;.</source>
        <translation>言語には ja、en、system のいずれかを指定してください(「%1」は使えません)。</translation>
    </message>
    <message>
        <source>The theme is light, dark or system, not &quot;%1&quot;.</source>
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
    <message>
        <source>&quot;%1&quot; is no name server: HOST[:PORT] is needed.</source>
        <translation>「%1」は DNS サーバの指定ではありません。HOST[:PORT] の形で指定してください。</translation>
    </message>
    <message>
        <source>Mail logs to read: a file, a folder, journal:, HOST:journal or HOST:/path; may be given several times.</source>
        <translation>読み込むメールログ: ファイル、フォルダ、journal:、HOST:journal、HOST:/path。複数回指定できます。</translation>
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
        <translation>ほかの検査ツールは DNS の問い合わせを数え、%1 回と示すことがあります。RFC 7208 4.6.4 が数える用語は %2 / %3 です。</translation>
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
    <message>
        <source>Other checkers may say %1 void look-ups and go on: some do not count names that exist without such an address. Here: %2 of %3.</source>
        <translation>ほかの検査ツールでは空振りが %1 回となり、評価が続くことがあります。名前はあってもその種類のアドレスがない場合を数えないためです。ここでは %2 / %3 回です。</translation>
    </message>
    <message>
        <source>Other checkers may say %1 void look-ups: some do not count names that exist without such an address. Here: %2 of %3.</source>
        <translation>ほかの検査ツールは空振りを %1 回と示すことがあります。名前はあってもその種類のアドレスがない場合を数えないためです。ここでは %2 / %3 回です。</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>The sample was not opened</source>
        <translation>サンプルデータを開けませんでした</translation>
    </message>
    <message>
        <source>There is no room for it in the folder of temporary files.</source>
        <translation>一時ファイル用のフォルダに空きがありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The unsaved changes were not restored</source>
        <translation>保存していない変更を復元できませんでした</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Default %1</source>
        <translation>初期設定 %1</translation>
    </message>
    <message>
        <source>Not set: %1</source>
        <translation>未設定: %1</translation>
    </message>
</context>
<context>
    <name>ui::ActionsCard</name>
    <message>
        <source>Back to the default: %1</source>
        <translation>初期設定に戻す: %1</translation>
    </message>
    <message>
        <source>Action for each SPF result</source>
        <translation>評価結果ごとの処理</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>評価結果</translation>
    </message>
    <message>
        <source>Everyone [globals]</source>
        <translation>通常 [globals]</translation>
    </message>
    <message>
        <source>Enforce list [enforce_actions]</source>
        <translation>施行リスト [enforce_actions]</translation>
    </message>
    <message>
        <source>Not set (default applies)</source>
        <translation>未設定(初期設定値を使用)</translation>
    </message>
    <message>
        <source>Changed since last save</source>
        <translation>保存後に変更あり</translation>
    </message>
    <message>
        <source>No action matches the filter.</source>
        <translation>条件に合う処理はありません。</translation>
    </message>
    <message>
        <source>Action for %1, everyone</source>
        <translation>%1 の処理(通常)</translation>
    </message>
    <message>
        <source>Action for %1, enforce list</source>
        <translation>%1 の処理(施行リスト)</translation>
    </message>
</context>
<context>
    <name>ui::AlertDialog</name>
    <message>
        <source>Notifications of the mail log</source>
        <translation>メールログの通知</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>ルールを保存</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>ルールを追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>One domain or network</source>
        <translation>1つのドメインまたはネットワーク</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数える対象</translation>
    </message>
    <message>
        <source>Checks with this result, or mails with this action</source>
        <translation>評価結果または処理ごとに数えます</translation>
    </message>
    <message>
        <source>More than</source>
        <translation>しきい値(件)</translation>
    </message>
    <message>
        <source>By the times in the log</source>
        <translation>ログの時刻で数えます</translation>
    </message>
    <message>
        <source>Domain or network</source>
        <translation>ドメインまたはネットワーク</translation>
    </message>
    <message>
        <source>*.example.jp or 192.0.2.0/24</source>
        <translation>*.example.jp または 192.0.2.0/24</translation>
    </message>
    <message>
        <source>Noticed so far</source>
        <translation>これまでの通知</translation>
    </message>
    <message>
        <source>Show these checks</source>
        <translation>該当する検査を表示</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>Write a domain, an address or a network.</source>
        <translation>ドメイン、IPアドレス、またはネットワークを入力してください。</translation>
    </message>
    <message>
        <source>Checked while a log is followed. A rule notifies once, then again after the count has fallen.</source>
        <translation>ログの追尾中に監視します。各ルールの通知は1回で、件数が下がった後に再び超えると改めて通知します。</translation>
    </message>
    <message>
        <source>No rule yet. &quot;Add a rule&quot; makes one, such as: more than 20 fail in 10 minutes.</source>
        <translation>ルールがまだありません。[ルールを追加] で「10 分間に fail が 20 件を超過」などのルールを作成できます。</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>すべてのメール</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>送信者ドメイン</translation>
    </message>
    <message>
        <source>Client address</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Within (minutes)</source>
        <translation>対象時間(分)</translation>
    </message>
    <message>
        <source>Count per</source>
        <translation>集計の単位</translation>
    </message>
    <message>
        <source>Remind every (minutes)</source>
        <translation>再通知の間隔(分)</translation>
    </message>
    <message>
        <source>While the count stays above; 0 for no reminder</source>
        <translation>超過が続く間。0 は再通知なし</translation>
    </message>
    <message>
        <source>Nothing was noticed yet.</source>
        <translation>通知はまだありません。</translation>
    </message>
</context>
<context>
    <name>ui::AlertModel</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln 回</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Notify me at</source>
        <translation>通知の条件</translation>
    </message>
    <message>
        <source>In the log that is open</source>
        <translation>開いているログでの状況</translation>
    </message>
</context>
<context>
    <name>ui::AlertWords</name>
    <message>
        <source>More than %1 %2 in %3 min from %4</source>
        <translation>%4 から %3 分間に %2 が %1 件を超過</translation>
    </message>
    <message>
        <source>More than %1 %2 in %3 min from one sender domain</source>
        <translation>1つの送信者ドメインから %3 分間に %2 が %1 件を超過</translation>
    </message>
    <message>
        <source>More than %1 %2 in %3 min from one client address</source>
        <translation>1つの接続元IPアドレスから %3 分間に %2 が %1 件を超過</translation>
    </message>
    <message>
        <source>More than %1 %2 in %3 min</source>
        <translation>%3 分間に %2 が %1 件を超過</translation>
    </message>
    <message>
        <source>%1 %2 in %3 min</source>
        <translation>%3 分間に %2 が %1 件</translation>
    </message>
    <message>
        <source>%1 %2 in %3 min from %4</source>
        <translation>%4 から %3 分間に %2 が %1 件</translation>
    </message>
</context>
<context>
    <name>ui::Banners</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>次のメッセージ</translation>
    </message>
</context>
<context>
    <name>ui::BatchCard</name>
    <message>
        <source>An export is being written</source>
        <translation>書き出し中です</translation>
    </message>
    <message>
        <source>The rows shown, in this order</source>
        <translation>表示中の行を、この順に書き出します</translation>
    </message>
    <message>
        <source>Export the rows shown</source>
        <translation>表示中の行を書き出し</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.json)</source>
        <translation>JSON Lines (*.jsonl *.json)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln 行を %1 に書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Choose another place and export again.</source>
        <translation>%1 に書き込めませんでした(%2)。別の場所を選んで、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>Results of the mails</source>
        <translation>メールの評価結果</translation>
    </message>
    <message>
        <source>Search the rows</source>
        <translation>行を検索</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>&amp;CSV として…</translation>
    </message>
    <message>
        <source>As &amp;JSON lines…</source>
        <translation>&amp;JSON Lines として…</translation>
    </message>
    <message>
        <source>Show this mail step by step</source>
        <translation>このメールの評価の流れを見る</translation>
    </message>
    <message>
        <source>No mail fits</source>
        <translation>該当するメールがありません</translation>
    </message>
    <message>
        <source>The filter leaves nothing of the mails.</source>
        <translation>絞り込みに該当するメールがありません。</translation>
    </message>
    <message>
        <source>Show all mails</source>
        <translation>すべてのメールを表示</translation>
    </message>
</context>
<context>
    <name>ui::BatchFilterBar</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読み取れない行</translation>
    </message>
</context>
<context>
    <name>ui::BatchInputs</name>
    <message>
        <source>No mails yet</source>
        <translation>メールがまだありません</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mail(s)</source>
        <translation>
            <numerusform>%Ln 通</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read</source>
        <translation>
            <numerusform>読み取れない行 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading… %Ln row(s)</source>
        <translation>
            <numerusform>読み込み中… %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The mails that the mail log page shows now</source>
        <translation>メールログのページに表示中のメール</translation>
    </message>
    <message>
        <source>The mail log page shows no mails. Open a log there first.</source>
        <translation>メールログのページにメールが表示されていません。先にログを開いてください。</translation>
    </message>
    <message>
        <source>Mails: client IP, sender, HELO</source>
        <translation>メール: 接続元IPアドレス、送信者、HELO</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>貼り付け…</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV を開く…</translation>
    </message>
    <message>
        <source>From the mail log</source>
        <translation>メールログから</translation>
    </message>
</context>
<context>
    <name>ui::BatchModel</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>Client IP</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Envelope sender</source>
        <translation>エンベロープの送信者</translation>
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
        <source>Decided by</source>
        <translation>決めた用語</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Look-ups</source>
        <translation>DNS参照</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>DNS look-up terms, of 10 that are allowed</source>
        <translation>DNS 参照を伴う用語数(上限10)</translation>
    </message>
</context>
<context>
    <name>ui::BatchView</name>
    <message>
        <source>Open a table of mails</source>
        <translation>メールの表を開く</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1: no mails are recognised. Every line needs an IP address and a sender or a HELO name; a first line may name the columns ip, helo and sender.</source>
        <translation>%1: メールを認識できません。各行に IP アドレスと、送信者または HELO の名前が必要です。1行目に列名 ip、helo、sender を書くこともできます。</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>貼り付けたテキスト</translation>
    </message>
    <message>
        <source>Cancelled. The results so far stay; another run begins anew.</source>
        <translation>中止しました。ここまでの結果は残ります。もう一度実行すると最初からやり直します。</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>残り約 %Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>残り約 %Ln 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking: %1 of %2 mails</source>
        <translation>評価中: %1 / %2 通</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 / %2 通を評価しました</translation>
    </message>
    <message>
        <source>%1, under other conditions than now</source>
        <translation>%1(現在とは別の条件)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Mails of the log</source>
        <translation>ログのメール</translation>
    </message>
    <message>
        <source>Pasted mails</source>
        <translation>貼り付けたメール</translation>
    </message>
    <message>
        <source>No mails yet</source>
        <translation>メールがまだありません</translation>
    </message>
    <message>
        <source>Paste rows from a spreadsheet or a ticket, open a CSV file, or take the rows that the mail log page shows.</source>
        <translation>表計算ソフトやチケットから行を貼り付けるか、CSV ファイルを開くか、メールログに表示中の行を取り込みます。</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>貼り付け…</translation>
    </message>
</context>
<context>
    <name>ui::BucketModel</name>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
</context>
<context>
    <name>ui::CacheCommand</name>
    <message>
        <source>The index cache was empty.</source>
        <translation>索引キャッシュは空でした。</translation>
    </message>
    <message>
        <source>The index cache was cleared: %1 freed. The logs themselves were not touched; large ones are read anew when they are opened next.</source>
        <translation>索引キャッシュを消去し、%1 を解放しました。ログ自体には触れていません。大きなログは次に開くときに読み直します。</translation>
    </message>
    <message>
        <source>Clear the index cache</source>
        <translation>索引キャッシュを消去</translation>
    </message>
    <message>
        <source>Removes what was kept of large logs to open them faster</source>
        <translation>大きなログを速く開くために保存したデータを削除します</translation>
    </message>
</context>
<context>
    <name>ui::ChangeModel</name>
    <message>
        <source>section added</source>
        <translation>セクションを追加</translation>
    </message>
    <message>
        <source>section removed</source>
        <translation>セクションを削除</translation>
    </message>
    <message>
        <source>not set (%1)</source>
        <translation>未設定(%1)</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>On disk → edited</source>
        <translation>ディスク上 → 編集後</translation>
    </message>
    <message>
        <source>not set (empty)</source>
        <translation>未設定(空)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(空)</translation>
    </message>
</context>
<context>
    <name>ui::ChangesView</name>
    <message>
        <source>No change in meaning</source>
        <translation>設定内容に変更はありません</translation>
    </message>
    <message>
        <source>Only comments, order or spelling differ from the disk.</source>
        <translation>コメント、順序、表記だけがディスク上のファイルと異なります。</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>変更はありません</translation>
    </message>
    <message>
        <source>The file on disk is the same.</source>
        <translation>ディスク上のファイルと同じ内容です。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>ui::CheckModel</name>
    <message>
        <source>Read by best effort from a line of unknown form.</source>
        <translation>形式の分からない行から推定して読み取りました。</translation>
    </message>
    <message numerus="yes">
        <source>This line stands for %n check(s).</source>
        <translation>
            <numerusform>この行は %n 件の検証を表します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
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
        <source>Client IP</source>
        <translation>接続元IP</translation>
    </message>
    <message>
        <source>Envelope sender</source>
        <translation>エンベロープの送信者</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>受信者</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>送信者ドメイン</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Client network</source>
        <translation>接続元ネットワーク</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Log form</source>
        <translation>ログの形式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
</context>
<context>
    <name>ui::CheckTable</name>
    <message>
        <source>Columns as at first</source>
        <translation>列を初期状態に戻す</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査</translation>
    </message>
</context>
<context>
    <name>ui::ChecklistCard</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 / %2 完了</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>確認手順</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
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
    <name>ui::CommandsCard</name>
    <message>
        <source>The same as commands</source>
        <translation>同じことをするコマンド</translation>
    </message>
    <message>
        <source>restart, as in the IMSVA guide</source>
        <translation>IMSVA の手順では restart</translation>
    </message>
    <message>
        <source>a reload is enough</source>
        <translation>再読み込みで十分です</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>コマンドをコピー</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonTable</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
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
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Deciding term</source>
        <translation>決めた用語</translation>
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
        <source>Length</source>
        <translation>レコード長</translation>
    </message>
</context>
<context>
    <name>ui::CompletionPopup</name>
    <message>
        <source>Default: empty</source>
        <translation>初期設定: 空</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>初期設定: %1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>初期設定</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>ここに書ける内容</translation>
    </message>
</context>
<context>
    <name>ui::ConfigPage</name>
    <message>
        <source>“%1” cannot be written in the encoding of this file.</source>
        <translation>「%1」はこのファイルの文字コードで書けません。</translation>
    </message>
    <message>
        <source>Policy settings</source>
        <translation>ポリシー設定</translation>
    </message>
    <message>
        <source>Settings shown</source>
        <translation>表示する設定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>変更のみ</translation>
    </message>
    <message>
        <source>Problems</source>
        <comment>filter</comment>
        <translation>問題のみ</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>What happens to a mail?</source>
        <translation>このメールはどうなる?</translation>
    </message>
    <message>
        <source>About this item</source>
        <translation>この項目の説明</translation>
    </message>
    <message>
        <source>Problems, changes and help</source>
        <translation>問題、変更、説明</translation>
    </message>
    <message>
        <source>Apply all safe fixes</source>
        <translation>安全な修正をすべて適用</translation>
    </message>
    <message>
        <source>Fixes that change nothing the product reads, and lose nothing</source>
        <translation>製品が読み取る内容を変えず、何も失わない修正です</translation>
    </message>
    <message>
        <source>General and log</source>
        <translation>一般とログ</translation>
    </message>
    <message>
        <source>Actions per result</source>
        <translation>評価結果ごとの処理</translation>
    </message>
    <message>
        <source>Domain overrides</source>
        <translation>ドメイン別の上書き</translation>
    </message>
    <message>
        <source>Approved list</source>
        <translation>承認済みリスト</translation>
    </message>
    <message>
        <source>Enforce list</source>
        <translation>施行リスト</translation>
    </message>
    <message>
        <source>Replies and header</source>
        <translation>応答とヘッダ</translation>
    </message>
    <message>
        <source>Test mails</source>
        <translation>テストメール</translation>
    </message>
    <message numerus="yes">
        <source>%Ln test mails fail</source>
        <translation>
            <numerusform>テストメール %Ln 通が失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
</context>
<context>
    <name>ui::ConfigPanel</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>このファイルは読み込めません。</translation>
    </message>
    <message>
        <source>This file is too large for a config.ini.</source>
        <translation>config.ini としては大きすぎるファイルです。</translation>
    </message>
    <message>
        <source>Choose another config.ini</source>
        <translation>別の config.ini を選択</translation>
    </message>
    <message>
        <source>Config files (*.ini)</source>
        <translation>設定ファイル (*.ini)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>With this config: %1</source>
        <translation>この設定の場合: %1</translation>
    </message>
    <message>
        <source>Choose a second config. The same mail is judged by both.</source>
        <translation>もう1つの設定を選ぶと、同じメールを両方の設定で評価して比べます。</translation>
    </message>
    <message>
        <source>Second config</source>
        <translation>比較する設定</translation>
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
        <source>Defaults</source>
        <translation>初期設定</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>What holds when nothing is set</source>
        <translation>何も設定しないときの値</translation>
    </message>
    <message>
        <source>Path of the second config</source>
        <translation>比較する設定のパス</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message numerus="yes">
        <source>%n errors in this file; default values hold there.</source>
        <translation>
            <numerusform>このファイルにはエラーが %n 件あります。その箇所には初期設定値が使われます。</numerusform>
        </translation>
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
    <name>ui::DeployForm</name>
    <message>
        <source>Another folder...</source>
        <translation>ほかのフォルダ...</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n ファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Task</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>Postfix folder</source>
        <translation>Postfix のフォルダ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>有効化</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>無効化</translation>
    </message>
    <message>
        <source>IMSVA as documented</source>
        <translation>IMSVA 文書どおり</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>Exactly what the IMSVA guide says: every sender is checked.</source>
        <translation>IMSVA の文書どおりです。すべての送信者を検査します。</translation>
    </message>
    <message>
        <source>Own networks and authenticated senders are let through first.</source>
        <translation>自ネットワークと認証済みの送信者を先に通します。</translation>
    </message>
</context>
<context>
    <name>ui::DeployPage</name>
    <message>
        <source>The changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>The commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Choose main.cf or master.cf</source>
        <translation>main.cf または master.cf の選択</translation>
    </message>
    <message>
        <source>Postfix settings (main.cf master.cf)</source>
        <translation>Postfix の設定 (main.cf master.cf)</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました: %1</translation>
    </message>
    <message>
        <source>Save the changes as</source>
        <translation>変更を保存</translation>
    </message>
    <message>
        <source>Patches (*.patch *.diff)</source>
        <translation>パッチ (*.patch *.diff)</translation>
    </message>
    <message>
        <source>Save the new %1 as</source>
        <translation>新しい %1 を保存</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>Saved as %1; the file that was there is kept as %2.</source>
        <translation>%1 に保存しました。元のファイルは %2 に残してあります。</translation>
    </message>
    <message>
        <source>Deploy to Postfix</source>
        <translation>Postfix へ配備</translation>
    </message>
    <message>
        <source>Nothing is written here</source>
        <translation>ここには書き込みません</translation>
    </message>
    <message>
        <source>Open a Postfix folder...</source>
        <translation>Postfix のフォルダを開く...</translation>
    </message>
    <message>
        <source>Copy the Postfix changes</source>
        <translation>Postfix の変更をコピー</translation>
    </message>
    <message>
        <source>The lines of main.cf and master.cf that switch the SPF check on or off. You apply them; nothing is written into Postfix&apos;s folder.</source>
        <translation>SPF の検査を有効・無効にする main.cf と master.cf の行です。適用は手作業で行い、Postfix のフォルダには書き込みません。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Copy changes</source>
        <translation>変更をコピー</translation>
    </message>
    <message>
        <source>Save changes as...</source>
        <translation>変更を保存...</translation>
    </message>
    <message>
        <source>The Postfix files cannot be read</source>
        <translation>Postfix のファイルを読めません</translation>
    </message>
    <message>
        <source>Choose a folder...</source>
        <translation>フォルダを選択...</translation>
    </message>
    <message>
        <source>No Postfix folder is open</source>
        <translation>Postfix のフォルダを開いていません</translation>
    </message>
    <message>
        <source>Choose the folder that holds main.cf and master.cf, or copies of them.</source>
        <translation>main.cf と master.cf、またはそのコピーがあるフォルダを選択してください。</translation>
    </message>
</context>
<context>
    <name>ui::DetailCard</name>
    <message>
        <source>Simulate this mail</source>
        <translation>このメールをシミュレーション</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Effective policy</source>
        <translation>有効なポリシー</translation>
    </message>
    <message>
        <source>Which list entry or section decides about this mail</source>
        <translation>このメールの処理を決めるリストのエントリまたはセクション</translation>
    </message>
    <message>
        <source>Looking for more lines of this message...</source>
        <translation>このメッセージの行をさらに探しています...</translation>
    </message>
    <message>
        <source>The end of this message is not in the logs that are open.</source>
        <translation>このメッセージの終わりは、開いているログにありません。</translation>
    </message>
    <message>
        <source>Choose a check to see all lines of its message.</source>
        <translation>検査を選択すると、そのメッセージのすべての行が表示されます。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>What is shown of the message</source>
        <translation>メッセージの表示内容</translation>
    </message>
    <message>
        <source>Copy all lines of this message</source>
        <translation>このメッセージのすべての行をコピー</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
    <message>
        <source>Show in the raw log</source>
        <translation>生ログで表示</translation>
    </message>
    <message>
        <source>Fields of the check</source>
        <translation>検査の項目</translation>
    </message>
    <message>
        <source>The lines of this check cannot be read any more.</source>
        <translation>この検査のログ行はもう読み取れません。</translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
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
    <name>ui::DocumentHeader</name>
    <message>
        <source>Discard</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Back to the file on disk; undo brings the changes back</source>
        <translation>ディスク上のファイルの内容に戻します。元に戻す操作で変更を復元できます</translation>
    </message>
    <message>
        <source>Review and save...</source>
        <translation>差分を確認して保存...</translation>
    </message>
    <message>
        <source>New file, not saved yet</source>
        <translation>新しいファイル(未保存)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved changes</source>
        <translation>
            <numerusform>未保存の変更 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved text</source>
        <translation>未保存のテキスト</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の編集を残す</translation>
    </message>
    <message>
        <source>%1 was changed on disk by somebody else.</source>
        <translation>%1 がほかのユーザまたはプログラムにより変更されました。</translation>
    </message>
    <message>
        <source>%1 is no longer on the disk. Saving writes it anew.</source>
        <translation>%1 がディスク上にありません。保存すると新しく作成します。</translation>
    </message>
    <message>
        <source>Opened read-only: you are not permitted to write %1.</source>
        <translation>読み取り専用で開きました。%1 への書き込み権限がありません。</translation>
    </message>
    <message>
        <source>%1 is open for looking at only, as was asked for.</source>
        <translation>%1 は指定どおり閲覧専用で開いています。</translation>
    </message>
    <message>
        <source>Edit as administrator</source>
        <translation>管理者権限で編集</translation>
    </message>
    <message>
        <source>Opened read-only: you are not permitted to write %1. It belongs to %2.</source>
        <translation>読み取り専用で開いています。%1 に書き込む権限がありません(所有者 %2)。</translation>
    </message>
    <message>
        <source>The file was changed on disk once more meanwhile. Nothing was merged: compare again.</source>
        <translation>その間にディスク上のファイルがさらに変更されました。統合していません。もう一度比較してください。</translation>
    </message>
</context>
<context>
    <name>ui::DomainsCard</name>
    <message numerus="yes">
        <source>%Ln sections</source>
        <translation>
            <numerusform>%Ln セクション</numerusform>
        </translation>
    </message>
    <message>
        <source>Per-domain overrides</source>
        <translation>ドメイン別の上書き</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>No overrides. A section such as [example.com] or [*.example.com] gives one sender domain its own actions.</source>
        <translation>上書きはありません。[example.com] や [*.example.com] のセクションで、送信者ドメインごとに処理を指定できます。</translation>
    </message>
    <message>
        <source>Merge...</source>
        <translation>統合...</translation>
    </message>
    <message>
        <source>Wildcards</source>
        <translation>ワイルドカード</translation>
    </message>
    <message>
        <source>How the wildcard sections are written</source>
        <translation>ワイルドカードのセクションの書き方</translation>
    </message>
    <message>
        <source>Write all as [*.example.com]</source>
        <translation>すべて [*.example.com] の形にする</translation>
    </message>
    <message>
        <source>Write all as [*example.com]</source>
        <translation>すべて [*example.com] の形にする</translation>
    </message>
    <message>
        <source>Write each in both spellings (for scripts that know only one)</source>
        <translation>両方の形で書く(片方しか読まないスクリプト向け)</translation>
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
        <source>Published</source>
        <translation>公開中</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Line %1, column %2: &quot;%3&quot; cannot be read.</source>
        <translation>%1 行 %2 桁: 「%3」を読み取れません。</translation>
    </message>
    <message>
        <source>Draft other records too…</source>
        <translation>ほかのレコードも下書きする…</translation>
    </message>
    <message>
        <source>Drafts of other records</source>
        <translation>ほかのレコードの下書き</translation>
    </message>
    <message>
        <source>No record could be read. Write one, and the mail is judged by the draft as well.</source>
        <translation>レコードを読み取れませんでした。ここに書くと、下書きでも同じメールを評価します。</translation>
    </message>
</context>
<context>
    <name>ui::EffectiveView</name>
    <message>
        <source>Type a sender or an address</source>
        <translation>送信者または IP アドレスを入力してください</translation>
    </message>
    <message>
        <source>This is not an IP address.</source>
        <translation>IP アドレスではありません。</translation>
    </message>
    <message>
        <source>It shows which list entry or section decides, and what happens for each result.</source>
        <translation>どのリストのエントリまたはセクションで決まるか、評価結果ごとの処理がどうなるかを表示します。</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1「%2」</translation>
    </message>
    <message>
        <source>Nothing decides</source>
        <translation>該当する設定はありません</translation>
    </message>
    <message>
        <source>Decided by: %1</source>
        <translation>決定: %1</translation>
    </message>
    <message>
        <source>, for the rest </source>
        <translation>、残りは </translation>
    </message>
    <message>
        <source>Asked without a match: %1</source>
        <translation>一致しなかったもの: %1</translation>
    </message>
    <message>
        <source>Matches, but comes later: %1</source>
        <translation>一致するが優先度が低いもの: %1</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Client address</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Keep as test mail</source>
        <translation>テストメールとして残す</translation>
    </message>
    <message>
        <source>Adds a mail that fails SPF and has to meet the same fate from now on</source>
        <translation>SPF が fail のメールを追加し、今後も同じ処理になることを確かめます</translation>
    </message>
    <message>
        <source>HELO name</source>
        <translation>HELO の名前</translation>
    </message>
    <message>
        <source>Counts where the sender is empty, as with bounces</source>
        <translation>バウンスのように送信者が空のときに使います</translation>
    </message>
    <message>
        <source>No config.ini is open: this is what the built-in defaults do.</source>
        <translation>config.ini を開いていないため、組み込みの初期設定による判定です。</translation>
    </message>
    <message>
        <source>Open a config.ini...</source>
        <translation>config.iniを開く...</translation>
    </message>
</context>
<context>
    <name>ui::EntryDelegate</name>
    <message>
        <source>Entry</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>ui::ExceptionDialog</name>
    <message>
        <source>Add to a list</source>
        <translation>リストに追加</translation>
    </message>
    <message>
        <source>Approved list: not checked</source>
        <translation>承認済みリスト: 検査しない</translation>
    </message>
    <message>
        <source>Enforced list: [enforce_actions]</source>
        <translation>施行リスト: [enforce_actions]</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>&amp;Note (comment line above the entry)</source>
        <translation>メモ: エントリの上のコメント行(&amp;N)</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>変わる内容</translation>
    </message>
    <message>
        <source>Can be undone. The file is saved only when you save it.</source>
        <translation>元に戻せます。ファイルは保存の操作をするまで保存されません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>This client only</source>
        <translation>この接続元のみ</translation>
    </message>
    <message>
        <source>%1. Mail of any sender from this address.</source>
        <translation>%1。このIPアドレスからのメールは、送信者を問わず対象になります。</translation>
    </message>
    <message>
        <source>The client&apos;s network</source>
        <translation>接続元のネットワーク</translation>
    </message>
    <message>
        <source>%1. Mail of any sender from these addresses.</source>
        <translation>%1。これらのIPアドレスからのメールは、送信者を問わず対象になります。</translation>
    </message>
    <message>
        <source>The sender&apos;s domain</source>
        <translation>送信者のドメイン</translation>
    </message>
    <message>
        <source>%1. Mail that names this domain as its sender, from anywhere.</source>
        <translation>%1。このドメインを送信者とするメール(送信元は問いません)。</translation>
    </message>
    <message>
        <source>The domain and all below it</source>
        <translation>このドメインとその下のすべてのドメイン</translation>
    </message>
    <message>
        <source>%1. Mail that names any of these domains, from anywhere.</source>
        <translation>%1。これらのドメインのいずれかを送信者とするメール(送信元は問いません)。</translation>
    </message>
    <message>
        <source>Counting in the log...</source>
        <translation>ログ内の件数を集計中...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>検査 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No check in this log matches the entry.</source>
        <translation>このログには、エントリにマッチする検査がありません。</translation>
    </message>
    <message>
        <source>Matching in this log: %1. Rejected or deferred: %2.</source>
        <translation>このログでマッチする検査の件数: %1(うち拒否または一時的に拒否: %2)</translation>
    </message>
    <message>
        <source>%1 checks of such mail gave fail or softfail in this log; the mail would have passed unchecked.</source>
        <translation>このログでは、該当するメールの検査のうち %1 件が fail または softfail でした。エントリを追加すると、これらのメールは検査されずに通過します。</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>%1 に追加</translation>
    </message>
    <message>
        <source>The open file can only be looked at. Open it with the rights to write it.</source>
        <translation>開いているファイルは読み取り専用です。書き込み権限で開き直してください。</translation>
    </message>
    <message>
        <source>%1 has this entry already.</source>
        <translation>%1 には、このエントリがすでにあります。</translation>
    </message>
    <message>
        <source>%1 of %2 covers it.</source>
        <translation>このエントリは %2 の %1 に含まれます。</translation>
    </message>
    <message>
        <source>It covers %1 of %2.</source>
        <translation>このエントリは %2 の %1 を含みます。</translation>
    </message>
    <message>
        <source>%1 stands in %2, too.</source>
        <translation>%1 は %2 にもあります。</translation>
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
    <name>ui::FieldModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
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
        <source>Identity</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Client address</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>HELO</source>
        <translation>HELO</translation>
    </message>
    <message>
        <source>Envelope sender</source>
        <translation>エンベロープの送信者</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>送信者ドメイン</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>受信者</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Policy program</source>
        <translation>ポリシープログラム</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>ui::FileCard</name>
    <message>
        <source>Nothing has to change in this file.</source>
        <translation>このファイルは変更不要です。</translation>
    </message>
    <message>
        <source>Difference of %1</source>
        <translation>%1 の差分</translation>
    </message>
    <message>
        <source>Save the new %1 as...</source>
        <translation>新しい %1 を保存...</translation>
    </message>
    <message>
        <source>Copy the new %1</source>
        <translation>新しい %1 をコピー</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Time: %1</source>
        <translation>時刻: %1</translation>
    </message>
    <message>
        <source>Filter: words, or result:fail domain:*.example.jp ip:192.0.2.0/24</source>
        <translation>絞り込み: 語、または result:fail domain:*.example.jp ip:192.0.2.0/24</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Fields: result action identity domain ip helo from to host rule text since until.
A comma means or, a leading - means not, quotes hold blanks, /.../ is a regular expression. Enter makes chips of it.</source>
        <translation>項目: result action identity domain ip helo from to host rule text since until
カンマは「または」、先頭の - は「以外」、引用符は空白を含む値、/.../ は正規表現です。Enter で条件として確定します。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 と入力してください</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>該当箇所を表示</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>%1 以外</translation>
    </message>
    <message>
        <source>Back to the filter before (Alt+Left)</source>
        <translation>前のフィルタに戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>次のフィルタに進む (Alt+Right)</translation>
    </message>
    <message>
        <source>Recent and saved filters</source>
        <translation>最近使用したフィルタと保存済みフィルタ</translation>
    </message>
    <message>
        <source>%1 of %2 checks</source>
        <translation>検査 %1 / %2 件</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>検査の除外 %1 件</translation>
    </message>
</context>
<context>
    <name>ui::FilterChip</name>
    <message>
        <source>Filter %1</source>
        <translation>絞り込み %1</translation>
    </message>
    <message>
        <source>A click or Enter edits this filter, Delete removes it</source>
        <translation>クリックまたは Enter で編集、Delete で削除します</translation>
    </message>
</context>
<context>
    <name>ui::FilterCompletion</name>
    <message>
        <source>one hour ago</source>
        <translation>1時間前</translation>
    </message>
    <message>
        <source>24 hours ago</source>
        <translation>24時間前</translation>
    </message>
    <message>
        <source>7 days ago</source>
        <translation>7日前</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>30日前</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
</context>
<context>
    <name>ui::FilterMenu</name>
    <message>
        <source>Recent filters</source>
        <translation>最近使用したフィルタ</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>名前を付けて保存...</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>コマンドラインとしてコピー</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存済みフィルタ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>ui::FindingsCard</name>
    <message>
        <source>Checks</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>PFX-001 to PFX-020</source>
        <translation>PFX-001 ～ PFX-020</translation>
    </message>
    <message>
        <source>Service name, maxproc, time limit and order are fine.</source>
        <translation>サービス名、maxproc、time_limit、順序に問題はありません。</translation>
    </message>
</context>
<context>
    <name>ui::FindingsPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the record and all it includes…</source>
        <translation>レコードとその include 先を検査しています…</translation>
    </message>
    <message>
        <source>Run a mail first. The record of its domain is checked here.</source>
        <translation>先にメールを実行してください。そのドメインのレコードをここで検査します。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公開中</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>エラー %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>警告 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>情報 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check is passed.</source>
        <translation>すべての検査に合格しました。</translation>
    </message>
    <message>
        <source>The whole tree costs %1 of 10 look-up terms, %2 of 2 void.</source>
        <translation>全体で DNS 参照を伴う用語 %1 / 10、空振り %2 / 2 です。</translation>
    </message>
</context>
<context>
    <name>ui::FollowDesk</name>
    <message>
        <source>Follow</source>
        <translation>追尾</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>追尾を停止</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>[%2] %1</translation>
    </message>
    <message>
        <source>Show these checks</source>
        <translation>該当する検査を表示</translation>
    </message>
    <message>
        <source>Mail log: a threshold was passed</source>
        <translation>メールログ: しきい値を超えました</translation>
    </message>
</context>
<context>
    <name>ui::FollowStrip</name>
    <message>
        <source>The log went away; it is looked for.</source>
        <translation>ログが見つからなくなりました。探しています。</translation>
    </message>
    <message>
        <source>The log went away; it is looked for. %1</source>
        <translation>ログが見つからなくなりました。探しています。%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Following; no check yet</source>
        <translation>追尾中: 検査はまだありません</translation>
    </message>
    <message>
        <source>Paused; %1 was read up to %2</source>
        <translation>一時停止中: %1 は %2 まで読み込み済み</translation>
    </message>
    <message>
        <source>Following %1: no check for %2 min, last %3</source>
        <translation>%1 を追尾中: %2 分間検査なし、最後は %3</translation>
    </message>
    <message numerus="yes">
        <source>Following %1: %Ln check(s)/min, last %2</source>
        <translation>
            <numerusform>%1 を追尾中: 検査 %Ln 件/分、最後は %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications...</source>
        <translation>通知...</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Following %1: no check since %2</source>
        <translation>%1 を追尾中: %2 以降の検査なし</translation>
    </message>
</context>
<context>
    <name>ui::GeneralCard</name>
    <message>
        <source>Default 1</source>
        <translation>初期設定 1</translation>
    </message>
    <message>
        <source>0  None</source>
        <translation>0  ログなし</translation>
    </message>
    <message>
        <source>1  Standard</source>
        <translation>1  標準</translation>
    </message>
    <message>
        <source>2  Detailed</source>
        <translation>2  詳細</translation>
    </message>
    <message>
        <source>3  Diagnostic</source>
        <translation>3  診断</translation>
    </message>
    <message>
        <source>4  Debug</source>
        <translation>4  デバッグ</translation>
    </message>
    <message>
        <source>General and log</source>
        <translation>一般とログ</translation>
    </message>
    <message>
        <source>Check HELO</source>
        <translation>HELO を検査</translation>
    </message>
    <message>
        <source>when MAIL FROM is empty or invalid</source>
        <translation>MAIL FROM が空または無効なとき</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>ログレベル</translation>
    </message>
    <message>
        <source>0–4</source>
        <translation>0〜4</translation>
    </message>
    <message>
        <source>Not set: %1</source>
        <translation>未設定: %1</translation>
    </message>
</context>
<context>
    <name>ui::HelpView</name>
    <message>
        <source>Section</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>初期設定: %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Default: as [globals], %1</source>
        <translation>初期設定: [globals] と同じ %1</translation>
    </message>
    <message>
        <source>On disk: %1</source>
        <translation>ディスク上: %1</translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>編集中: %1</translation>
    </message>
</context>
<context>
    <name>ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Nothing was saved yet</source>
        <translation>まだ保存していません</translation>
    </message>
    <message>
        <source>From the first save on every version is kept here, with time, user and note.</source>
        <translation>最初の保存から、すべての版を日時、ユーザ、メモとともに残します。</translation>
    </message>
    <message>
        <source>Saved versions</source>
        <translation>保存した版</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are damaged and left out.</source>
        <translation>
            <numerusform>%Ln 件は壊れているため表示していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>What this save changed</source>
        <translation>この保存で変わった内容</translation>
    </message>
    <message>
        <source>What restoring would change</source>
        <translation>戻すと変わる内容</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Restoring is an edit: it can be undone, and nothing is written until you save.</source>
        <translation>戻す操作は編集として扱われます。取り消すことができ、保存するまで書き込みません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Save a copy...</source>
        <translation>コピーを保存...</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>This is the present text.</source>
        <translation>これは現在の内容です。</translation>
    </message>
    <message>
        <source>This version is damaged: %1</source>
        <translation>この版は壊れています: %1</translation>
    </message>
    <message>
        <source>The oldest version kept</source>
        <translation>残っている最も古い版</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>After restoring %1</source>
        <translation>%1 に戻した後</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
</context>
<context>
    <name>ui::HistoryModel</name>
    <message>
        <source>Found on the disk</source>
        <translation>ディスク上の内容</translation>
    </message>
    <message>
        <source>Stood on the disk before a save; this program had not written it.</source>
        <translation>保存前にディスクにあった内容で、このプログラムが書いたものではありません。</translation>
    </message>
    <message>
        <source>Saved by %1 on %2</source>
        <translation>%1 が %2 に保存</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>ui::HostBook</name>
    <message>
        <source>Staging</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>本番</translation>
    </message>
</context>
<context>
    <name>ui::HostCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ui::HostDialog</name>
    <message>
        <source>Read and write its files with &amp;sudo -n</source>
        <translation>ファイルの読み書きに sudo -n を使う(&amp;S)</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>ホストの追加</translation>
    </message>
    <message>
        <source>Edit host</source>
        <translation>ホストの編集</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>ホスト(&amp;H)</translation>
    </message>
    <message>
        <source>A name of ~/.ssh/config, or user@host:port. Keys, jump hosts and the like are ssh&apos;s affair.</source>
        <translation>~/.ssh/config の名前、または user@host:port。鍵や踏み台などは ssh の設定に従います。</translation>
    </message>
    <message>
        <source>&amp;Name shown</source>
        <translation>表示名(&amp;N)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Shown with its colour wherever a file of this host is open.</source>
        <translation>このホストのファイルを開いている間、用途を色とともに表示します。</translation>
    </message>
    <message>
        <source>&amp;config.ini</source>
        <translation>config.ini(&amp;C)</translation>
    </message>
    <message>
        <source>Empty: the usual places are looked at.</source>
        <translation>空欄のときは、よく使われる場所を探します。</translation>
    </message>
    <message>
        <source>Forget this host</source>
        <translation>このホストを削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save host</source>
        <translation>ホストを保存</translation>
    </message>
    <message>
        <source>Write host, user@host or user@host:port.</source>
        <translation>host、user@host または user@host:port の形で入力してください。</translation>
    </message>
</context>
<context>
    <name>ui::HostModel</name>
    <message>
        <source>From ~/.ssh/config</source>
        <translation>~/.ssh/config から</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>入力どおり</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>connecting...</source>
        <translation>接続中...</translation>
    </message>
    <message>
        <source>connected, %1 ms</source>
        <translation>接続済み、%1 ms</translation>
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
    <message>
        <source>Back to the defaults</source>
        <translation>初期設定に戻す</translation>
    </message>
    <message>
        <source>Change the limits…</source>
        <translation>上限を変更…</translation>
    </message>
</context>
<context>
    <name>ui::LegendItem</name>
    <message>
        <source>Only this</source>
        <translation>これだけを表示</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>これを除外</translation>
    </message>
</context>
<context>
    <name>ui::LimitsDialog</name>
    <message>
        <source>Change the limits</source>
        <translation>上限を変更</translation>
    </message>
    <message>
        <source>&amp;DNS look-up terms</source>
        <translation>DNS参照を伴う用語数(&amp;D)</translation>
    </message>
    <message>
        <source>include, a, mx, ptr, exists, redirect. RFC 7208: 10; one more is permerror.</source>
        <translation>include、a、mx、ptr、exists、redirect。RFC 7208 では10。超えると permerror です。</translation>
    </message>
    <message>
        <source>&amp;Void look-ups</source>
        <translation>空振り(&amp;V)</translation>
    </message>
    <message>
        <source>Questions answered with nothing. RFC 7208: 2; one more is permerror.</source>
        <translation>応答にレコードがない問い合わせ。RFC 7208 では2。超えると permerror です。</translation>
    </message>
    <message>
        <source>Hosts of one &amp;mx</source>
        <translation>1つの mx のホスト数(&amp;M)</translation>
    </message>
    <message>
        <source>RFC 7208: 10; more is permerror.</source>
        <translation>RFC 7208 では10。超えると permerror です。</translation>
    </message>
    <message>
        <source>Names of one &amp;ptr</source>
        <translation>1つの ptr の名前の数(&amp;P)</translation>
    </message>
    <message>
        <source>RFC 7208: 10; the others are ignored.</source>
        <translation>RFC 7208 では10。残りは無視されます。</translation>
    </message>
    <message>
        <source>&amp;Time for the whole check</source>
        <translation>全体の制限時間(&amp;T)</translation>
    </message>
    <message>
        <source>Default: 20 s; then temperror.</source>
        <translation>初期設定は20秒。超えると temperror です。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Time for one &amp;question</source>
        <translation>1回の問い合わせの制限時間(&amp;Q)</translation>
    </message>
    <message>
        <source>Default: 5,000 ms, retries included.</source>
        <translation>初期設定は5,000ミリ秒(再試行を含む)。</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ミリ秒</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>初期設定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>%n look-up terms</source>
        <translation>
            <numerusform>DNS 参照を伴う用語 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n void look-ups</source>
        <translation>
            <numerusform>空振り %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts of one mx</source>
        <translation>
            <numerusform>mx のホスト %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names of one ptr</source>
        <translation>
            <numerusform>ptr の名前 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s in all</source>
        <translation>全体で %1 秒</translation>
    </message>
    <message>
        <source>%1 ms a question</source>
        <translation>1回の問い合わせ %1 ミリ秒</translation>
    </message>
    <message>
        <source>Other limits than the usual ones: %1.</source>
        <translation>通常と異なる上限で評価しています: %1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::ListImportDialog</name>
    <message>
        <source>Import entries to %1</source>
        <translation>%1 にエントリを読み込み</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>新規 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the list already or repeated</source>
        <translation>
            <numerusform>登録済みまたは重複 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not valid</source>
        <translation>
            <numerusform>無効 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>New entries</source>
        <translation>新しいエントリ</translation>
    </message>
    <message>
        <source>These are not addresses or networks and are left out:</source>
        <translation>次のエントリは IP アドレスでもネットワークでもないため除きます:</translation>
    </message>
    <message>
        <source>These are not domain names and are left out:</source>
        <translation>次のエントリはドメイン名ではないため除きます:</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>無効なエントリ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln valid ones</source>
        <translation>
            <numerusform>有効な %Ln 件を追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln</source>
        <translation>
            <numerusform>%Ln 件を追加</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Note (comment)</source>
        <translation>メモ(コメント)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What was pasted</source>
        <translation>貼り付けた内容</translation>
    </message>
</context>
<context>
    <name>ui::ListModel</name>
    <message>
        <source>Entry</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス数</translation>
    </message>
    <message>
        <source>Note (comment)</source>
        <translation>メモ(コメント)</translation>
    </message>
    <message>
        <source>The note was not taken: the file is in %1, which cannot hold %2.</source>
        <translation>メモは反映されませんでした。ファイルの文字コード(%1)では次の文字を書き込めません: %2</translation>
    </message>
</context>
<context>
    <name>ui::ListTidyDialog</name>
    <message>
        <source>Sort and tidy %1</source>
        <translation>%1 の並べ替えと整理</translation>
    </message>
    <message>
        <source>&amp;Sort</source>
        <translation>並べ替える(&amp;S)</translation>
    </message>
    <message>
        <source>By address; comments go with their entries</source>
        <translation>アドレス順。コメントはエントリとともに移動します</translation>
    </message>
    <message>
        <source>By domain, from the right; comments go with their entries</source>
        <translation>ドメイン順(右のラベルから)。コメントはエントリとともに移動します</translation>
    </message>
    <message>
        <source>Remove &amp;repeated and covered entries</source>
        <translation>重複したエントリと含まれるエントリを削除する(&amp;R)</translation>
    </message>
    <message>
        <source>Their comments go to the entry that covers them</source>
        <translation>コメントは、それらを含むエントリに移します</translation>
    </message>
    <message>
        <source>&amp;Merge to the fewest networks</source>
        <translation>最少のネットワークにまとめる(&amp;M)</translation>
    </message>
    <message>
        <source>Exactly the same addresses in fewer entries</source>
        <translation>まったく同じアドレスを、より少ないエントリで表します</translation>
    </message>
    <message>
        <source>&amp;One entry a line</source>
        <translation>1行に1エントリずつ書く(&amp;O)</translation>
    </message>
    <message>
        <source>Each entry can then have a note of its own</source>
        <translation>エントリごとにメモを付けられるようになります</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>変わる内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>整理後</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Tidy the list</source>
        <translation>リストを整理</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries now</source>
        <translation>
            <numerusform>現在 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln then</source>
        <translation>
            <numerusform>整理後 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated or covered</source>
        <translation>
            <numerusform>重複または包含 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>統合 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>変更はありません</translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln lines are shown</source>
        <translation>
            <numerusform>先頭の %Ln 行を表示しています</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListView</name>
    <message>
        <source>Not an address or network: %1</source>
        <translation>IP アドレスまたはネットワークではありません: %1</translation>
    </message>
    <message>
        <source>Not a domain name: %1</source>
        <translation>ドメイン名ではありません: %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln</source>
        <translation>
            <numerusform>%Ln 件を追加</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>一致するエントリはありません</translation>
    </message>
    <message>
        <source>Remove the filter to see all entries.</source>
        <translation>絞り込みを解除するとすべてのエントリを表示します。</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>The default holds: 127.0.0.1</source>
        <translation>初期設定の 127.0.0.1 を使用します</translation>
    </message>
    <message>
        <source>No entries</source>
        <translation>エントリはありません</translation>
    </message>
    <message>
        <source>Type or paste addresses or domains above.</source>
        <translation>上の欄に IP アドレスまたはドメインを入力するか貼り付けてください。</translation>
    </message>
    <message numerus="yes">
        <source>Apply all safe fixes (%Ln)</source>
        <translation>
            <numerusform>安全な修正をすべて適用 (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply all safe fixes</source>
        <translation>安全な修正をすべて適用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln 件を表示</numerusform>
        </translation>
    </message>
    <message>
        <source>errors %1, warnings %2, notes %3</source>
        <translation>エラー %1 · 警告 %2 · 情報 %3</translation>
    </message>
    <message>
        <source>Add: 192.0.2.10 or 192.0.2.0/24 (paste many lines)</source>
        <translation>追加: 192.0.2.10 または 192.0.2.0/24(複数行の貼り付け可)</translation>
    </message>
    <message>
        <source>Add: example.com or *.example.com (paste many lines)</source>
        <translation>追加: example.com または *.example.com(複数行の貼り付け可)</translation>
    </message>
    <message>
        <source>Add entries to %1</source>
        <translation>%1 にエントリを追加</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Entries of %1</source>
        <translation>%1 のエントリ</translation>
    </message>
    <message>
        <source>Sort and tidy...</source>
        <translation>並べ替えと整理...</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>読み込み...</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>CSV に書き出し...</translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln...</source>
        <translation>
            <numerusform>%Ln 件を確認...</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>問題のみ</translation>
    </message>
    <message>
        <source>Apply the fix</source>
        <translation>修正を適用</translation>
    </message>
</context>
<context>
    <name>ui::ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>Approved entries skip the SPF check; enforce entries get stricter actions. Approved wins over enforce.</source>
        <translation>一致した接続元と送信者ドメインの扱いを決めます。承認済みリストは施行リストより優先されます。</translation>
    </message>
    <message>
        <source>Which entry covers it?</source>
        <translation>どのエントリに含まれる?</translation>
    </message>
    <message>
        <source>Address or domain</source>
        <translation>IP アドレスまたはドメイン</translation>
    </message>
    <message>
        <source>Default: empty</source>
        <translation>初期設定: 空</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>初期設定: %1</translation>
    </message>
    <message>
        <source>IPv4 · CIDR</source>
        <translation>IPv4 · CIDR</translation>
    </message>
    <message>
        <source>d, *.d</source>
        <translation>d、*.d</translation>
    </message>
    <message>
        <source>Shows which entry of the lists an address or a domain falls under.</source>
        <translation>IP アドレスやドメインがどのエントリに含まれるかを表示します。</translation>
    </message>
    <message>
        <source>%1: no entry</source>
        <translation>%1: 該当なし</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1:「%2」</translation>
    </message>
    <message>
        <source>Import entries to %1</source>
        <translation>%1 にエントリを読み込み</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv *.lst *.conf)</source>
        <translation>リスト (*.txt *.csv *.tsv *.lst *.conf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 を読み込めませんでした: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a list.</source>
        <translation>%1 はリストとしては大きすぎます。</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 を書き出し</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
</context>
<context>
    <name>ui::LogDesk</name>
    <message>
        <source>Open logs...</source>
        <translation>ログを開く...</translation>
    </message>
    <message>
        <source>Open a folder...</source>
        <translation>フォルダを開く...</translation>
    </message>
    <message>
        <source>Journal of this computer</source>
        <translation>このコンピュータのジャーナル</translation>
    </message>
    <message>
        <source>From a server...</source>
        <translation>サーバから...</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近開いたログ</translation>
    </message>
    <message>
        <source>Add logs...</source>
        <translation>ログを追加...</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>開く操作をキャンセルしました。</translation>
    </message>
    <message>
        <source>Opening was cancelled. What was open stays open.</source>
        <translation>開く操作をキャンセルしました。開いていたログはそのままです。</translation>
    </message>
    <message>
        <source>Open mail logs</source>
        <translation>メールログを開く</translation>
    </message>
    <message>
        <source>Add mail logs</source>
        <translation>メールログの追加</translation>
    </message>
    <message>
        <source>Open the mail logs of a folder</source>
        <translation>フォルダのメールログを開く</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 を開いています</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>ui::LogExports</name>
    <message>
        <source>Export the checks shown</source>
        <translation>表示中の検査を書き出し</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.json)</source>
        <translation>JSON Lines (*.jsonl *.json)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 を書き出し中</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Cancelled. %1 was not written.</source>
        <translation>キャンセルしました。%1 は書き出されていません。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>&amp;Report (HTML or PDF)...</source>
        <translation>レポート (HTML または PDF)(&amp;R)...</translation>
    </message>
    <message>
        <source>CSV for &amp;Excel...</source>
        <translation>Excel 用 CSV(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;CSV, as the command line writes it...</source>
        <translation>コマンドラインと同じ形式の CSV(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;JSON lines...</source>
        <translation>JSON Lines(&amp;J)...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved as %1.</source>
        <translation>
            <numerusform>%Ln 行を %1 に保存しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MailFields</name>
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
</context>
<context>
    <name>ui::MailView</name>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
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
    <message>
        <source>Reply and header</source>
        <translation>応答とヘッダ</translation>
    </message>
</context>
<context>
    <name>ui::MaillogPage</name>
    <message>
        <source>Reading the mail log</source>
        <translation>メールログを読み込み中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Mail log</source>
        <translation>メールログ</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>絞り込み %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;mail logs...</source>
        <translation>メールログを開く(&amp;M)...</translation>
    </message>
    <message>
        <source>Clear the log filter</source>
        <translation>ログの絞り込みをクリア</translation>
    </message>
    <message>
        <source>Open logs...</source>
        <translation>ログを開く...</translation>
    </message>
    <message>
        <source>No mail log is open</source>
        <translation>メールログを開いていません</translation>
    </message>
    <message>
        <source>No SPF check was found</source>
        <translation>SPF の検証が見つかりません</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>これだけを表示</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>これを除外</translation>
    </message>
    <message>
        <source>Effective policy for this mail</source>
        <translation>このメールに有効なポリシー</translation>
    </message>
    <message>
        <source>A&amp;dd mail logs...</source>
        <translation>メールログを追加(&amp;D)...</translation>
    </message>
    <message>
        <source>Showing the newest checks while the log is read</source>
        <translation>ログの読み込み中は最新の検査を表示しています</translation>
    </message>
    <message>
        <source>Since this time</source>
        <translation>この時刻以降</translation>
    </message>
    <message>
        <source>Until this time</source>
        <translation>この時刻まで</translation>
    </message>
    <message>
        <source>Show raw log</source>
        <translation>生ログを表示</translation>
    </message>
    <message>
        <source>Open a &amp;folder of mail logs...</source>
        <translation>メールログのフォルダを開く(&amp;F)...</translation>
    </message>
    <message>
        <source>Open the mail log of a server...</source>
        <translation>サーバのメールログを開く...</translation>
    </message>
    <message>
        <source>Open the maillog of a gateway: files, plain or compressed, or a folder with rotated ones. They can also be dropped here.</source>
        <translation>ゲートウェイのメールログ(圧縮ファイルも可)、またはローテーション済みファイルのあるフォルダを開きます。ここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Open a folder...</source>
        <translation>フォルダを開く...</translation>
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
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す: %1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す: %1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>%1[*] on %2 (%3) - SPF Policy Manager</source>
        <translation>%1[*] - %2 (%3) - SPF Policy Manager</translation>
    </message>
    <message>
        <source>%1 over SSH</source>
        <translation>%1(SSH 接続)</translation>
    </message>
</context>
<context>
    <name>ui::MergeModel</name>
    <message>
        <source>Conflict</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>You</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>ほかの人</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>section added</source>
        <translation>セクションを追加</translation>
    </message>
    <message>
        <source>section removed</source>
        <translation>セクションを削除</translation>
    </message>
    <message>
        <source>not set (%1)</source>
        <translation>未設定(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>自分の変更</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>%1: both changed comments, order or spelling here.</source>
        <translation>%1: コメント、順序または書き方を両方が変更しています。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>%1: you %2, they %3.</source>
        <translation>%1: 自分は %2、ほかの人は %3。</translation>
    </message>
    <message>
        <source>%1: you set %2, they set %3.</source>
        <translation>%1: 自分は %2、ほかの人は %3 に変更。</translation>
    </message>
    <message>
        <source>%1: only you changed this (%2), but on lines where both changed something.</source>
        <translation>%1: 自分だけの変更(%2)ですが、両方が変更した行にあります。</translation>
    </message>
    <message>
        <source>%1: only you changed this (%2).</source>
        <translation>%1: 自分だけの変更(%2)。</translation>
    </message>
    <message>
        <source>%1: only they changed this (%2), but on lines where both changed something.</source>
        <translation>%1: ほかの人だけの変更(%2)ですが、両方が変更した行にあります。</translation>
    </message>
    <message>
        <source>%1: only they changed this (%2).</source>
        <translation>%1: ほかの人だけの変更(%2)。</translation>
    </message>
    <message>
        <source>%1: both made the same change.</source>
        <translation>%1: 両方が同じ変更をしています。</translation>
    </message>
    <message>
        <source>%1: you %2, they %3; all of it stays.</source>
        <translation>%1: 自分は %2、ほかの人は %3。すべて残ります。</translation>
    </message>
    <message>
        <source>comments, order or spelling</source>
        <translation>コメント、順序または書き方</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>変更した人</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>As you opened it</source>
        <translation>開いたとき</translation>
    </message>
    <message>
        <source>On disk now</source>
        <translation>現在のディスク上</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>not set (empty)</source>
        <translation>未設定(空)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(空)</translation>
    </message>
</context>
<context>
    <name>ui::MessageView</name>
    <message>
        <source>Lines of the message</source>
        <translation>このメッセージの行</translation>
    </message>
</context>
<context>
    <name>ui::NewFileDialog</name>
    <message>
        <source>New config.ini</source>
        <translation>新しい config.ini</translation>
    </message>
    <message>
        <source>&amp;Recommended settings</source>
        <translation>推奨設定(&amp;R)</translation>
    </message>
    <message>
        <source>fail is refused, temperror is deferred until the DNS answers again, everything else passes. The replies carry the status codes of RFC 7372.</source>
        <translation>fail を拒否し、temperror は DNS が応答するまで一時的に拒否します。それ以外は通します。応答には RFC 7372 のステータスコードが付きます。</translation>
    </message>
    <message>
        <source>&amp;Defaults of IMSVA 9.1</source>
        <translation>IMSVA 9.1 の初期設定(&amp;D)</translation>
    </message>
    <message>
        <source>fail is refused, everything else passes; the reply texts are those of the product.</source>
        <translation>fail を拒否し、それ以外は通します。応答メッセージは製品のものです。</translation>
    </message>
    <message>
        <source>&amp;Watch only</source>
        <translation>監視のみ(&amp;W)</translation>
    </message>
    <message>
        <source>Nothing is refused. Header and log tell what would have been: for the first weeks.</source>
        <translation>何も拒否しません。ヘッダとログで、拒否した場合の結果を確認できます。導入直後の数週間に向いています。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>&amp;Own networks, exempt from the check (white_ip)</source>
        <translation>SPFチェックの対象外とする自組織のネットワーク (white_ip)(&amp;O)</translation>
    </message>
    <message>
        <source>Own networks, exempt from the check (white_ip)</source>
        <translation>SPFチェックの対象外とする自組織のネットワーク (white_ip)</translation>
    </message>
    <message>
        <source>127.0.0.1 is always there. Internal relays and the pre-filter belong here, too.</source>
        <translation>127.0.0.1 は常に含まれます。内部の中継サーバやプレフィルタも指定してください。</translation>
    </message>
    <message>
        <source>Not an address or network: %1</source>
        <translation>IP アドレスまたはネットワークではありません: %1</translation>
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
    <name>ui::OpenFlow</name>
    <message>
        <source>Opening %1 ...</source>
        <translation>%1 を開いています...</translation>
    </message>
    <message>
        <source>config.ini was not opened</source>
        <translation>config.ini を開けませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Open with administrator rights</source>
        <translation>管理者権限で開く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ui::OutlineModel</name>
    <message>
        <source>Term and what it allows</source>
        <translation>用語と許可する送信元</translation>
    </message>
    <message>
        <source>Look-ups</source>
        <translation>DNS参照</translation>
    </message>
</context>
<context>
    <name>ui::OverlapCard</name>
    <message numerus="yes">
        <source>%Ln entries selected</source>
        <translation>
            <numerusform>%Ln 件を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>holds it</source>
        <translation>これを含む</translation>
    </message>
    <message>
        <source>of %1, holds it</source>
        <translation>%1 のエントリ、これを含む</translation>
    </message>
    <message>
        <source>of %1, the same</source>
        <translation>%1 のエントリ、同じ内容</translation>
    </message>
    <message>
        <source>lies within</source>
        <translation>この中に含まれる</translation>
    </message>
    <message>
        <source>of %1, lies within</source>
        <translation>%1 のエントリ、この中に含まれる</translation>
    </message>
    <message>
        <source>Select entries to see what else speaks of the same addresses or names.</source>
        <translation>エントリを選択すると、同じアドレスや名前を指すほかのエントリを表示します。</translation>
    </message>
    <message>
        <source>No other entry speaks of it: it decides alone.</source>
        <translation>ほかに該当するエントリはなく、このエントリだけで決まります。</translation>
    </message>
    <message>
        <source>The approved list decides: this entry has no effect.</source>
        <translation>承認済みリストが優先するため、このエントリは効果がありません。</translation>
    </message>
    <message>
        <source>Where both lists hold, the approved one decides.</source>
        <translation>両方のリストにある範囲では、承認済みリストが優先します。</translation>
    </message>
    <message>
        <source>Without this entry nothing would change.</source>
        <translation>このエントリがなくても結果は変わりません。</translation>
    </message>
    <message>
        <source>What lies within adds nothing.</source>
        <translation>この中に含まれるエントリは、なくても結果が変わりません。</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Overlap of the selection</source>
        <translation>選択したエントリの重なり</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重複</translation>
    </message>
</context>
<context>
    <name>ui::PasteDialog</name>
    <message>
        <source>client IP</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Paste mails</source>
        <translation>メールを貼り付け</translation>
    </message>
    <message>
        <source>One mail a line, separated by commas, semicolons or tabs. A first line may name the columns (ip, helo, sender), in any order; without one they are recognised.</source>
        <translation>1行に1通ずつ、カンマ、セミコロンまたはタブで区切ります。1行目に列名(ip、helo、sender)を任意の順に書けます。列名がなければ内容から判断します。</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Take these mails</source>
        <translation>このメールを取り込む</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere; look-ups begin when you run it.</source>
        <translation>ここでは何も送信しません。実行すると DNS に問い合わせます。</translation>
    </message>
    <message>
        <source>Recognised columns: %1.</source>
        <translation>認識した列: %1。</translation>
    </message>
    <message>
        <source>No mails are recognised: every line needs an IP address and a sender or a HELO name.</source>
        <translation>メールを認識できません。各行に IP アドレスと、送信者または HELO の名前が必要です。</translation>
    </message>
</context>
<context>
    <name>ui::PatternModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>行パターン</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>該当なし</translation>
    </message>
</context>
<context>
    <name>ui::PatternWords</name>
    <message>
        <source>Write a regular expression with named groups.</source>
        <translation>名前付きグループを含む正規表現を入力してください。</translation>
    </message>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>正規表現ではありません: %1</translation>
    </message>
    <message>
        <source>No field is called &quot;%1&quot;. The names are: %2.</source>
        <translation>&quot;%1&quot; という項目はありません。使用できる名前: %2。</translation>
    </message>
    <message>
        <source>A check needs a group called &quot;result&quot; or &quot;action&quot;.</source>
        <translation>検査には &quot;result&quot; または &quot;action&quot; という名前のグループが必要です。</translation>
    </message>
    <message>
        <source>It matches an empty line, and so every line.</source>
        <translation>空行にマッチするため、すべての行にマッチします。</translation>
    </message>
</context>
<context>
    <name>ui::PatternsDialog</name>
    <message>
        <source>Line patterns</source>
        <translation>行パターン</translation>
    </message>
    <message>
        <source>For lines that are not known: tried in this order, before all other forms.</source>
        <translation>認識できない行のためのパターンです。ほかのすべての形式より先に、この順序で試します。</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>行パターンの一覧</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空のパターン</translation>
    </message>
    <message>
        <source>My form</source>
        <translation>ユーザ定義の形式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Regular expression with named groups</source>
        <translation>名前付きグループを含む正規表現</translation>
    </message>
    <message>
        <source>Paste lines of the log here</source>
        <translation>ログの行をここに貼り付けてください</translation>
    </message>
    <message>
        <source>Lines to try it on: of the open log, unreadable ones first, or pasted</source>
        <translation>試す行: 開いているログの行(認識できない行を優先)または貼り付けた行</translation>
    </message>
    <message>
        <source>What is read from the lines</source>
        <translation>行から読み取った内容</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>読み込み...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>書き出し...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save patterns</source>
        <translation>行パターンを保存</translation>
    </message>
    <message>
        <source>%1 of %2 lines are read</source>
        <translation>%2 行中 %1 行を認識しました</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>該当箇所へ移動</translation>
    </message>
    <message>
        <source>Import line patterns</source>
        <translation>行パターンの読み込み</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>No pattern in %1.</source>
        <translation>%1 に行パターンがありません。</translation>
    </message>
    <message>
        <source>Export line patterns</source>
        <translation>行パターンの書き出し</translation>
    </message>
    <message>
        <source>No pattern yet. &quot;Add&quot; makes an empty one, or one for a form that is common.</source>
        <translation>行パターンがまだありません。[追加] で空のパターン、またはよくある形式のパターンを作成できます。</translation>
    </message>
    <message>
        <source>What the patterns read from the lines above stands here.</source>
        <translation>上の行から読み取った内容をここに表示します。</translation>
    </message>
</context>
<context>
    <name>ui::PeriodDialog</name>
    <message>
        <source>Show a period</source>
        <translation>期間を指定して表示</translation>
    </message>
    <message>
        <source>On the clock of the server that wrote the log.</source>
        <translation>ログを記録したサーバの時計での時刻です。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To, not within</source>
        <translation>終了(この時刻は含まない)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Show this period</source>
        <translation>この期間を表示</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>期間の終了が開始より前です。</translation>
    </message>
</context>
<context>
    <name>ui::PostmasterDialog</name>
    <message>
        <source>Write to the postmaster</source>
        <translation>postmaster への連絡</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>文面の言語</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>件名(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>本文(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>名前を付けて保存...</translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation>メールソフトで開く</translation>
    </message>
    <message>
        <source>Subject and text are on the clipboard.</source>
        <translation>件名と本文をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation>文面の保存</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <translation>メール (*.eml)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>No mail program could be opened. Copy the text or save it as a mail.</source>
        <translation>メールソフトを開けませんでした。本文をコピーするか、メールとして保存してください。</translation>
    </message>
    <message>
        <source>The text is too long for a link to the mail program and was cut there. The whole text is on the clipboard: paste it over.</source>
        <translation>本文がメールソフトへのリンクには長すぎるため、途中で切り詰められました。全文はクリップボードにあります。貼り付けて置き換えてください。</translation>
    </message>
</context>
<context>
    <name>ui::ProbeView</name>
    <message>
        <source>owner %1 and mode %2 are kept</source>
        <translation>所有者 %1 とモード %2 を維持</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>%1 may not be read by %2, with sudo neither</source>
        <translation>%2 は %1 を読めません(sudo でも不可)</translation>
    </message>
    <message>
        <source>%1 may not write it: it opens read-only</source>
        <translation>%1 は書き込めないため、読み取り専用で開きます</translation>
    </message>
    <message>
        <source>through sudo -n; %1</source>
        <translation>sudo -n を使用、%1</translation>
    </message>
    <message>
        <source>as %1; %2</source>
        <translation>%1 として書き込み、%2</translation>
    </message>
    <message>
        <source>Postfix</source>
        <translation>Postfix</translation>
    </message>
    <message>
        <source>no postconf was found</source>
        <translation>postconf が見つかりません</translation>
    </message>
    <message>
        <source>Mail log</source>
        <translation>メールログ</translation>
    </message>
    <message>
        <source>none was found in the usual places</source>
        <translation>よく使われる場所に見つかりません</translation>
    </message>
    <message>
        <source>%1 is readable with sudo only</source>
        <translation>%1 は sudo でのみ読めます</translation>
    </message>
    <message>
        <source>%1 may not be read by %2</source>
        <translation>%2 は %1 を読めません</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時計</translation>
    </message>
    <message>
        <source>%1 s from this computer · %2 (%3)</source>
        <translation>この PC との差 %1 秒 · %2 (%3)</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>ホスト鍵</translation>
    </message>
    <message>
        <source>no config.ini was found in the usual places; type where it is</source>
        <translation>よく使われる場所に config.ini がありません。場所を入力してください</translation>
    </message>
    <message>
        <source>shows when it is opened</source>
        <translation>開いたときに確認します</translation>
    </message>
    <message>
        <source>config.ini &amp;on the server</source>
        <translation>サーバ上の config.ini(&amp;O)</translation>
    </message>
    <message>
        <source>config.ini on the server</source>
        <translation>サーバ上の config.ini</translation>
    </message>
    <message>
        <source>No host chosen</source>
        <translation>ホストが選択されていません</translation>
    </message>
    <message>
        <source>Choose one at the left, or type user@host:port.</source>
        <translation>左の一覧から選ぶか、user@host:port を入力してください。</translation>
    </message>
    <message>
        <source>Connecting...</source>
        <translation>接続しています...</translation>
    </message>
    <message>
        <source>ssh may ask for a password or about the host key.</source>
        <translation>ssh がパスワードやホスト鍵について尋ねることがあります。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>ui::ProblemModel</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
</context>
<context>
    <name>ui::ProblemsView</name>
    <message>
        <source>Apply the fix</source>
        <translation>修正を適用</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>問題はありません</translation>
    </message>
    <message>
        <source>Every check of the file is passed.</source>
        <translation>すべての検査に合格しました。</translation>
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
    <name>ui::RawJoin</name>
    <message>
        <source>Raw log</source>
        <translation>生ログ</translation>
    </message>
    <message>
        <source>Show in the raw log</source>
        <translation>生ログで表示</translation>
    </message>
</context>
<context>
    <name>ui::RawMarks</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
</context>
<context>
    <name>ui::RawPane</name>
    <message>
        <source>Read-only as text: some bytes are not valid %1 and are kept as they are.</source>
        <translation>テキストは読み取り専用です。%1 として正しくないバイトがあり、そのまま保持されます。</translation>
    </message>
    <message>
        <source>Raw text · %1</source>
        <translation>テキスト · %1</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>テキスト全体をコピー</translation>
    </message>
    <message>
        <source>Compare with the disk</source>
        <translation>ディスクと比較</translation>
    </message>
    <message>
        <source>Raw text of %1</source>
        <translation>%1 のテキスト</translation>
    </message>
    <message>
        <source>Read-only as text: line %L1 is too long to be shown whole. “Sort and tidy” on the lists page can put each entry on a line of its own.</source>
        <translation>%L1 行目が長すぎてすべてを表示できないため、テキストは読み取り専用です。リストのページの「並べ替えと整理」で1行に1エントリにできます。</translation>
    </message>
</context>
<context>
    <name>ui::RawPanel</name>
    <message>
        <source>Wrong at character %1: %2</source>
        <translation>%1 文字目に誤りがあります: %2</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>%2 行中 %1 行目</translation>
    </message>
    <message>
        <source>%1 so far, %2 %</source>
        <translation>現在 %1 件、%2 %</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 件中 %1 件目</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 件見つかりました</translation>
    </message>
    <message>
        <source>Export the marks</source>
        <translation>しおりの書き出し</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>ログファイル</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>行番号</translation>
    </message>
    <message>
        <source>Enter goes to the line.</source>
        <translation>Enter でその行へ移動します。</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>見つかった行</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>しおり</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Next line found</source>
        <translation>次の検索結果</translation>
    </message>
    <message>
        <source>Previous line found</source>
        <translation>前の検索結果</translation>
    </message>
    <message>
        <source>Go to line...</source>
        <translation>行へ移動...</translation>
    </message>
    <message>
        <source>Mark this line</source>
        <translation>この行にしおりを付ける</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>次のしおり</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>前のしおり</translation>
    </message>
    <message>
        <source>List of marks</source>
        <translation>しおりの一覧</translation>
    </message>
    <message>
        <source>Export the marks...</source>
        <translation>しおりの書き出し...</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
</context>
<context>
    <name>ui::RawSearchBar</name>
    <message>
        <source>Search the raw log</source>
        <translation>生ログを検索</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>The text is a regular expression (PCRE)</source>
        <translation>検索文字列を正規表現 (PCRE) として扱います</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Lists the lines found below the log</source>
        <translation>見つかった行をログの下に一覧表示します</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Previous line found (Shift+F3)</source>
        <translation>前の検索結果 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next line found (F3)</source>
        <translation>次の検索結果 (F3)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>ui::RawView</name>
    <message>
        <source>Lines of the log</source>
        <translation>ログの行</translation>
    </message>
</context>
<context>
    <name>ui::RecoveryDialog</name>
    <message>
        <source>Restore unsaved changes</source>
        <translation>保存していない変更の復元</translation>
    </message>
    <message>
        <source>New file, not saved yet</source>
        <translation>新しいファイル(未保存)</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. These changes of %1 had not been saved.</source>
        <translation>プログラムが予期せず終了しました。%1 の次の変更は保存されていません。</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>保存していない変更</translation>
    </message>
    <message>
        <source>The file is gone or can no longer be written. The changes are opened as a new file.</source>
        <translation>ファイルがなくなったか、書き込めなくなっています。変更は新しいファイルとして開きます。</translation>
    </message>
    <message>
        <source>The file was changed on disk since. Restoring would also undo that: compare before you save.</source>
        <translation>その後、ディスク上のファイルが変更されています。復元するとその変更も元に戻るため、保存前に比較してください。</translation>
    </message>
    <message>
        <source>Restoring writes nothing: you save when you have looked at it.</source>
        <translation>復元しても書き込みません。確認してから保存できます。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>The file cannot be read at the moment. Restoring tries again; if it fails, the changes wait for the next start.</source>
        <translation>現在ファイルを読み込めません。復元するともう一度試し、失敗した場合は次回の起動時まで変更を残します。</translation>
    </message>
</context>
<context>
    <name>ui::RepliesCard</name>
    <message>
        <source>Replies and header</source>
        <translation>応答とヘッダ</translation>
    </message>
    <message>
        <source>Reply for block</source>
        <translation>block の応答</translation>
    </message>
    <message>
        <source>5xx + text</source>
        <translation>5xx + メッセージ</translation>
    </message>
    <message>
        <source>Reply for tempblock</source>
        <translation>tempblock の応答</translation>
    </message>
    <message>
        <source>4xx + text</source>
        <translation>4xx + メッセージ</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>ヘッダを追加</translation>
    </message>
    <message>
        <source>Received-SPF in delivered mail</source>
        <translation>配送するメールの Received-SPF</translation>
    </message>
    <message>
        <source>Postfix sends:</source>
        <translation>Postfix の応答:</translation>
    </message>
</context>
<context>
    <name>ui::ReportDialog</name>
    <message>
        <source>&amp;Top lists: domains, addresses, networks, HELO names</source>
        <translation>上位一覧: ドメイン、アドレス、ネットワーク、HELO名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Mails rejected or deferred</source>
        <translation>拒否または一時的に拒否したメール(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Recipients</source>
        <translation>受信者(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Hide what stands before &quot;@&quot; in recipients</source>
        <translation>受信者の「@」より前を伏せる(&amp;H)</translation>
    </message>
    <message>
        <source>Report on the checks shown</source>
        <translation>表示中の検査のレポート</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>名前を付けて保存...</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTMLページ</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>レポートの言語</translation>
    </message>
    <message>
        <source>SPF check report</source>
        <translation>SPF検査レポート</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>タイトル(&amp;I)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>レポートの保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 を書き出し中</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダを表示</translation>
    </message>
    <message>
        <source>Cancelled. %1 was not written.</source>
        <translation>キャンセルしました。%1 は書き出されていません。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
</context>
<context>
    <name>ui::ReviewDialog</name>
    <message>
        <source>Review and save</source>
        <translation>変更を確認して保存</translation>
    </message>
    <message>
        <source>Compare with the disk</source>
        <translation>ディスクと比較</translation>
    </message>
    <message>
        <source>Text difference</source>
        <translation>テキストの差分</translation>
    </message>
    <message>
        <source>On disk · %1</source>
        <translation>ディスク上 · %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>What will be saved</source>
        <translation>保存する内容</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>編集後</translation>
    </message>
    <message>
        <source>A copy of the present file is kept beside it.</source>
        <translation>現在のファイルの控えを同じ場所に残します。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>変更を保存</translation>
    </message>
    <message>
        <source>%1 · +%2 −%3 lines</source>
        <translation>%1 · +%2 −%3 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln か所の変更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more problems</source>
        <translation>
            <numerusform>ほかに %Ln 件の問題があります</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>それでも保存</translation>
    </message>
    <message>
        <source>&amp;Note for the history</source>
        <translation>履歴に残すメモ(&amp;N)</translation>
    </message>
    <message>
        <source>Why this is changed (optional)</source>
        <translation>変更の理由(任意)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln test mails fail with these settings. You can save all the same.</source>
        <translation>
            <numerusform>この設定ではテストメール %Ln 通のうち %1 通が失敗します。このまま保存することもできます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live test mails have not been tried.</source>
        <translation>
            <numerusform>DNS で評価するテストメール %Ln 通をまだ試していません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RowActions</name>
    <message>
        <source>Simulate the mail of the check</source>
        <translation>検査のメールをシミュレーション</translation>
    </message>
    <message>
        <source>Add the sender of the check to a list...</source>
        <translation>検査の送信者をリストに追加...</translation>
    </message>
    <message>
        <source>Write to the postmaster of the sender...</source>
        <translation>送信者側のpostmasterへ連絡...</translation>
    </message>
    <message>
        <source>Choose a check in the table first.</source>
        <translation>先に表で検査を選択してください。</translation>
    </message>
    <message>
        <source>The line names neither an address nor a domain.</source>
        <translation>この行にはアドレスもドメインも記録されていません。</translation>
    </message>
    <message>
        <source>The mail was not checked: there is nothing to write about.</source>
        <translation>このメールは検査されていないため、連絡する内容がありません。</translation>
    </message>
    <message>
        <source>The mail passed: there is nothing to write about.</source>
        <translation>このメールの結果はpassのため、連絡する内容がありません。</translation>
    </message>
    <message>
        <source>The line names no domain that could be written to.</source>
        <translation>この行には連絡先となるドメインが記録されていません。</translation>
    </message>
    <message>
        <source>No config.ini can be edited here.</source>
        <translation>ここではconfig.iniを編集できません。</translation>
    </message>
    <message>
        <source>Add to a list</source>
        <translation>リストに追加</translation>
    </message>
    <message>
        <source>No config.ini is open that the entry could be added to.</source>
        <translation>エントリの追加先となるconfig.iniが開かれていません。</translation>
    </message>
    <message>
        <source>Open a config.ini...</source>
        <translation>config.iniを開く...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Simulate this mail</source>
        <translation>このメールをシミュレーション</translation>
    </message>
    <message>
        <source>Add to a list...</source>
        <translation>リストに追加...</translation>
    </message>
    <message>
        <source>Write to the postmaster...</source>
        <translation>postmasterへ連絡...</translation>
    </message>
</context>
<context>
    <name>ui::SaveFilterDialog</name>
    <message>
        <source>Save the filter</source>
        <translation>フィルタの保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Takes the place of the filter of this name.</source>
        <translation>同じ名前のフィルタを置き換えます。</translation>
    </message>
</context>
<context>
    <name>ui::SaveFlow</name>
    <message>
        <source>Write in place</source>
        <translation>上書きする</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Settings (*.ini)</source>
        <translation>設定 (*.ini)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>There is no history yet: this file has not been saved.</source>
        <translation>まだ保存していないため、履歴はありません。</translation>
    </message>
    <message>
        <source>No history is kept in this session.</source>
        <translation>このセッションでは履歴を残しません。</translation>
    </message>
    <message>
        <source>Saving %1 ...</source>
        <translation>%1 を保存しています...</translation>
    </message>
    <message>
        <source>Save with other rights</source>
        <translation>権限を変えて保存</translation>
    </message>
    <message>
        <source>Save as administrator</source>
        <translation>管理者権限で保存</translation>
    </message>
    <message>
        <source>%1 would change its owner or group. It can only be overwritten in place, which is not safe against a power cut. A copy is made first.</source>
        <translation>%1 を置き換えると所有者またはグループが変わります。上書きはできますが、書き込み中の電源断に対して安全ではありません。先にコピーを作ります。</translation>
    </message>
    <message>
        <source>With administrator rights it is replaced in one step and keeps its owner, group and mode.</source>
        <translation>管理者権限なら、所有者、グループ、モードを保ったまま一度に置き換えます。</translation>
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
    <name>ui::SectionDialog</name>
    <message>
        <source>Add a domain override</source>
        <translation>ドメイン別の上書きを追加</translation>
    </message>
    <message>
        <source>Duplicate the domain override</source>
        <translation>ドメイン別の上書きを複製</translation>
    </message>
    <message>
        <source>Change the domain override</source>
        <translation>ドメイン別の上書きを変更</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Sender &amp;domain</source>
        <translation>送信者ドメイン(&amp;D)</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>送信者ドメイン</translation>
    </message>
    <message>
        <source>Action for %1</source>
        <translation>%1 の処理</translation>
    </message>
    <message>
        <source>Not set: as [globals]</source>
        <translation>未設定: [globals] と同じ</translation>
    </message>
    <message>
        <source>Dashed: not set, as [globals].</source>
        <translation>破線: 未設定([globals] と同じ)</translation>
    </message>
    <message>
        <source>This is not a domain name.</source>
        <translation>ドメイン名ではありません。</translation>
    </message>
    <message>
        <source>With “*.” in front it also holds for all subdomains; “*” without the dot means the same. The exact name wins over the wildcard.</source>
        <translation>先頭に「*.」を付けるとすべてのサブドメインにも適用します。ドットのない「*」も同じ意味です。完全一致の名前はワイルドカードより優先します。</translation>
    </message>
    <message>
        <source>This domain alone</source>
        <translation>このドメインのみ</translation>
    </message>
    <message>
        <source>This domain and all below it</source>
        <translation>このドメインとすべてのサブドメイン</translation>
    </message>
    <message>
        <source>The same in the other spelling, for scripts that know only that one</source>
        <translation>同じ内容を別の表記で書く(その表記しか読まないスクリプト向け)</translation>
    </message>
    <message>
        <source>Form of the name</source>
        <translation>名前の形</translation>
    </message>
</context>
<context>
    <name>ui::SectionMergeDialog</name>
    <message>
        <source>Merge sections</source>
        <translation>セクションの統合</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>変わる内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>統合後</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>&amp;Name and place that stay</source>
        <translation>残す名前と位置(&amp;N)</translation>
    </message>
    <message>
        <source>not set: as [globals]</source>
        <translation>未設定: [globals] と同じ</translation>
    </message>
    <message>
        <source>%1, the same in all</source>
        <translation>%1(すべて同じ)</translation>
    </message>
    <message>
        <source>%1, the later value</source>
        <translation>%1(後に書かれた値)</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 の値</translation>
    </message>
    <message>
        <source>%1 (from [%2])</source>
        <translation>%1([%2] の値)</translation>
    </message>
    <message>
        <source>The file holds this section in several parts. They become one; what it means stays.</source>
        <translation>このセクションはファイル内で分かれています。1つにまとめますが、意味は変わりません。</translation>
    </message>
    <message>
        <source>%1 will be gone: mail of a domain that no other section covers gets the actions of [globals].</source>
        <translation>%1 はなくなります。ほかのセクションに該当しないドメインのメールには [globals] の処理が適用されます。</translation>
    </message>
</context>
<context>
    <name>ui::SectionModel</name>
    <message>
        <source>as [globals]</source>
        <translation>[globals] と同じ</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>送信者ドメイン</translation>
    </message>
    <message>
        <source>Overridden actions</source>
        <translation>上書きする処理</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>ui::SendersInputs</name>
    <message>
        <source>&amp;Domain</source>
        <translation>ドメイン(&amp;D)</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>ドメイン</translation>
    </message>
</context>
<context>
    <name>ui::SendersModel</name>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>評価結果</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>運用者</translation>
    </message>
</context>
<context>
    <name>ui::SendersStrip</name>
    <message>
        <source>DNS look-up terms</source>
        <translation>DNS参照を伴う用語数</translation>
    </message>
    <message>
        <source>Void look-ups</source>
        <translation>空振り</translation>
    </message>
    <message>
        <source>Check &amp;address</source>
        <translation>アドレスを確認(&amp;A)</translation>
    </message>
    <message>
        <source>Does this cover an address?</source>
        <translation>このアドレスは含まれていますか?</translation>
    </message>
</context>
<context>
    <name>ui::SendersView</name>
    <message>
        <source>Export the networks</source>
        <translation>ネットワークを書き出し</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Cancelled. What is shown is that of the run before.</source>
        <translation>中止しました。表示は前回の結果です。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>The records of %1 are read.</source>
        <translation>%1 のレコードを読み込んでいます。</translation>
    </message>
    <message>
        <source>Cancel the look-up</source>
        <translation>調査を中止</translation>
    </message>
    <message>
        <source>Look up operators</source>
        <translation>運用者を調べる</translation>
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
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>ネットワークがありません</translation>
    </message>
    <message>
        <source>No listed network fits the choice.</source>
        <translation>選択に該当するネットワークがありません。</translation>
    </message>
    <message>
        <source>Nothing that can be listed may send as this domain.</source>
        <translation>このドメインの送信元として一覧にできるものはありません。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Terms of the record and of all it includes</source>
        <translation>レコードとその include 先の用語</translation>
    </message>
    <message>
        <source>Asks Team Cymru&apos;s public zones over DNS who announces the networks (100 at most)</source>
        <translation>ネットワークの広告元を Team Cymru の公開ゾーンに DNS で問い合わせます(最大100件)</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>All networks that may send, one a line</source>
        <translation>送信を許可されたネットワークを1行に1つずつ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Simulate a mail from this network</source>
        <translation>このネットワークからのメールを評価</translation>
    </message>
    <message>
        <source>Who may send as a domain?</source>
        <translation>ドメインの送信元を調べます</translation>
    </message>
    <message>
        <source>Enter a domain. Its record and all records it includes are read, without a mail.</source>
        <translation>ドメインを入力すると、メールなしでそのレコードと include 先をすべて読み込みます。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>ui::ServerDialog</name>
    <message>
        <source>Open on a server</source>
        <translation>サーバ上のファイルを開く</translation>
    </message>
    <message>
        <source>Uses ssh with its config, agent and known_hosts. No password and no key is kept here.</source>
        <translation>ssh の設定、エージェント、known_hosts をそのまま使います。パスワードや鍵は保存しません。</translation>
    </message>
    <message>
        <source>Saved host, or user@host:port</source>
        <translation>保存したホスト、または user@host:port</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Add host...</source>
        <translation>ホストを追加...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>編集...</translation>
    </message>
    <message>
        <source>The file is watched; before saving it is checked for changes by others.</source>
        <translation>ファイルを監視し、保存前にほかの人の変更を確認します。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>読み取り専用で開く</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>ui::SidePanel</name>
    <message>
        <source>Draft, findings and another config</source>
        <translation>下書き、検査、別の設定</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Record check</source>
        <translation>レコード検査</translation>
    </message>
    <message>
        <source>Other config</source>
        <translation>別の設定</translation>
    </message>
</context>
<context>
    <name>ui::SimulatorPage</name>
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
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>編集中</translation>
    </message>
    <message>
        <source>Evaluate many mails at once: pasted, from a CSV file or from the mail log.</source>
        <translation>貼り付け、CSV ファイル、メールログから、多数のメールをまとめて評価します。</translation>
    </message>
    <message>
        <source>All networks a domain lets send, and by which term of which record.</source>
        <translation>ドメインが送信を許可しているすべてのネットワークと、その根拠となるレコードの用語を示します。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>One mail</source>
        <translation>1通</translation>
    </message>
    <message>
        <source>Many mails</source>
        <translation>一括</translation>
    </message>
    <message>
        <source>Who may send</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Copied. The command reads the saved config.ini: your unsaved changes do not count there until you save.</source>
        <translation>コピーしました。コマンドは保存済みの config.ini を読むため、保存していない変更は反映されません。</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>コマンドをコピーしました。</translation>
    </message>
</context>
<context>
    <name>ui::SourceDesk</name>
    <message>
        <source>Log sources...</source>
        <translation>ログの読み込み元...</translation>
    </message>
    <message>
        <source>Line patterns...</source>
        <translation>行パターン...</translation>
    </message>
</context>
<context>
    <name>ui::SourceDialog</name>
    <message>
        <source>Log sources</source>
        <translation>ログの読み込み元</translation>
    </message>
    <message>
        <source>All of them are read as one log, in the order of time.</source>
        <translation>すべてを時刻順に並べ、1つのログとして読み込みます。</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>対象外:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Files...</source>
        <translation>ファイル...</translation>
    </message>
    <message>
        <source>Add mail logs</source>
        <translation>メールログの追加</translation>
    </message>
    <message>
        <source>All mail logs of /var/log</source>
        <translation>/var/logのすべてのメールログ</translation>
    </message>
    <message>
        <source>Journal of this computer</source>
        <translation>このコンピュータのジャーナル</translation>
    </message>
    <message>
        <source>From a server...</source>
        <translation>サーバから...</translation>
    </message>
    <message>
        <source>This computer&apos;s (%1)</source>
        <translation>このコンピュータの設定 (%1)</translation>
    </message>
    <message>
        <source>From the file&apos;s date</source>
        <translation>ファイルの日付から判断</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>Year of its last line</source>
        <translation>最終行の年</translation>
    </message>
    <message>
        <source>For copied files: copying changes the date</source>
        <translation>コピーしたファイル用: コピーすると日付が変わります</translation>
    </message>
    <message>
        <source>Line patterns...</source>
        <translation>行パターン...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Read these logs</source>
        <translation>これらのログを読み込む</translation>
    </message>
    <message>
        <source>Add rotated files</source>
        <translation>ローテーション済みファイルを追加</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln rotated file(s)</source>
        <translation>
            <numerusform>ローテーション済みファイルを追加 (%Ln個)</numerusform>
        </translation>
    </message>
    <message>
        <source>No time zone of that name: it stays as it was.</source>
        <translation>その名前のタイムゾーンはありません。設定は変更されません。</translation>
    </message>
    <message>
        <source>A folder...</source>
        <translation>フォルダ...</translation>
    </message>
    <message>
        <source>Add the mail logs of a folder</source>
        <translation>フォルダのメールログを追加</translation>
    </message>
    <message>
        <source>No log yet. &quot;Add&quot; takes files, folders, the journal and logs of servers.</source>
        <translation>ログがまだありません。[追加] でファイル、フォルダ、ジャーナル、サーバのログを指定できます。</translation>
    </message>
    <message>
        <source>For times without a time zone: a name, UTC, or +09:00</source>
        <translation>タイムゾーンの記載がない日時に適用します: 名前、UTC、または +09:00</translation>
    </message>
</context>
<context>
    <name>ui::SourceModel</name>
    <message>
        <source>No SPF check in it. Lines in a form of your own can be described under &quot;Line patterns&quot;.</source>
        <translation>SPFの検査が見つかりません。独自形式の行は「行パターン」で定義できます。</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>このコンピュータの設定</translation>
    </message>
    <message>
        <source>From its date</source>
        <translation>ファイルの日付から</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査数</translation>
    </message>
    <message>
        <source>First check</source>
        <translation>最初の検査</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>最後の検査</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読取不可</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>タイムゾーン</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>検査の除外 %1 件</translation>
    </message>
</context>
<context>
    <name>ui::SourceServerDialog</name>
    <message>
        <source>Read the log of a server</source>
        <translation>サーバのログの読み込み</translation>
    </message>
    <message>
        <source>Over ssh, with its config and agent. Later only what was added is fetched.</source>
        <translation>sshで接続し、sshの設定とエージェントを使用します。2回目以降は追加分だけを取得します。</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Its journal</source>
        <translation>サーバのジャーナル</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>読み込む対象</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Add this log</source>
        <translation>このログを追加</translation>
    </message>
    <message>
        <source>Write host or user@host.</source>
        <translation>ホスト名、またはuser@hostの形式で入力してください。</translation>
    </message>
    <message>
        <source>Write the whole path of the file.</source>
        <translation>ファイルのフルパスを入力してください。</translation>
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
    <message>
        <source>Copy as CSV</source>
        <translation>CSV形式でコピー</translation>
    </message>
</context>
<context>
    <name>ui::TestMailModel</name>
    <message>
        <source>SPF is evaluated when you try the live mails.</source>
        <translation>「DNS で試す」を実行したときに SPF を評価します。</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Client address</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>HELO</source>
        <translation>HELO</translation>
    </message>
    <message>
        <source>SPF result</source>
        <translation>SPF の評価結果</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期待する処理</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>実際の処理</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>決めた用語</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>ui::TestMails</name>
    <message>
        <source>The test mails were not written and are kept here only: %1</source>
        <translation>テストメールを書き込めなかったため、この画面にだけ残っています: %1</translation>
    </message>
</context>
<context>
    <name>ui::TestMailsView</name>
    <message>
        <source>Add a mail</source>
        <translation>メールを追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Try live mails</source>
        <translation>DNS で試す</translation>
    </message>
    <message>
        <source>Evaluate SPF over DNS for the mails whose result is “live”</source>
        <translation>評価結果が「live」のメールの SPF を DNS で評価します</translation>
    </message>
    <message>
        <source>Test mails</source>
        <translation>テストメール</translation>
    </message>
    <message>
        <source>No test mails</source>
        <translation>テストメールがありません</translation>
    </message>
    <message>
        <source>They say what has to happen to a mail, are kept in a file beside config.ini, and are tried at every change.</source>
        <translation>メールがどう処理されるべきかを config.ini の隣のファイルに保存し、変更のたびに試します。</translation>
    </message>
</context>
<context>
    <name>ui::ThreeWayDialog</name>
    <message>
        <source>Compare and merge</source>
        <translation>比較と統合</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>競合 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes by you alone</source>
        <translation>
            <numerusform>自分だけの変更 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes by somebody else alone</source>
        <translation>
            <numerusform>ほかの人だけの変更 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes by both</source>
        <translation>
            <numerusform>両方の変更 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>自分の変更</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Which version is taken</source>
        <translation>採用する版</translation>
    </message>
    <message>
        <source>What the disk would get</source>
        <translation>ディスクに書く内容</translation>
    </message>
    <message>
        <source>What you changed</source>
        <translation>自分の変更</translation>
    </message>
    <message>
        <source>What they changed</source>
        <translation>ほかの人の変更</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Text difference</source>
        <translation>テキストの差分</translation>
    </message>
    <message>
        <source>Nothing is written until you save.</source>
        <translation>保存するまで書き込みません。</translation>
    </message>
    <message>
        <source>All conflicts as yours</source>
        <translation>競合はすべて自分の変更</translation>
    </message>
    <message>
        <source>All conflicts as on disk</source>
        <translation>競合はすべてディスク上</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Use the merged text</source>
        <translation>統合した内容を使う</translation>
    </message>
    <message>
        <source>Nobody changed what the file means.</source>
        <translation>ファイルの意味を変える変更はありません。</translation>
    </message>
    <message>
        <source>As you opened it</source>
        <translation>開いたとき</translation>
    </message>
    <message>
        <source>On disk now</source>
        <translation>現在のディスク上</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>統合後</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts are not decided: shown as on disk. F8 goes to the next.</source>
        <translation>
            <numerusform>競合 %Ln 件が未決定です(ディスク上の内容で表示)。F8 で次の競合へ移動します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message>
        <source>Checks over time</source>
        <translation>検証の推移</translation>
    </message>
    <message>
        <source>Only this: %1</source>
        <translation>これだけを表示: %1</translation>
    </message>
    <message>
        <source>Not this: %1</source>
        <translation>これを除外: %1</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>この期間だけを表示</translation>
    </message>
    <message>
        <source>Zoom in to this time</source>
        <translation>この期間を拡大</translation>
    </message>
</context>
<context>
    <name>ui::TimelineCard</name>
    <message>
        <source>Stack by</source>
        <translation>積み上げ</translation>
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
        <source>Bar length</source>
        <translation>棒の長さ</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>数値を表で表示</translation>
    </message>
    <message>
        <source>Checks over time, as a table</source>
        <translation>検証の推移(表)</translation>
    </message>
    <message>
        <source>From ... to ...</source>
        <translation>開始と終了を指定...</translation>
    </message>
    <message>
        <source>All of the log</source>
        <translation>ログ全体</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Zoom in to the time chosen (+)</source>
        <translation>選択した期間を拡大 (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>縮小 (−)</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Chosen to suit the period shown</source>
        <translation>表示期間に合わせて選択</translation>
    </message>
</context>
<context>
    <name>ui::TimelinePeriod</name>
    <message>
        <source>Last hour</source>
        <translation>直近1時間</translation>
    </message>
    <message>
        <source>Last hour of the log</source>
        <translation>ログの最後の1時間</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>直近24時間</translation>
    </message>
    <message>
        <source>Last 24 h of the log</source>
        <translation>ログの最後の24時間</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>直近7日間</translation>
    </message>
    <message>
        <source>Last 7 days of the log</source>
        <translation>ログの最後の7日間</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>直近30日間</translation>
    </message>
    <message>
        <source>Last 30 days of the log</source>
        <translation>ログの最後の30日間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last day of the log (%1)</source>
        <translation>ログの最終日 (%1)</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>The day before (%1)</source>
        <translation>その前日 (%1)</translation>
    </message>
</context>
<context>
    <name>ui::TimelineWords</name>
    <message>
        <source>ddd MMM d</source>
        <comment>date with the day of the week</comment>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <comment>day, time, time</comment>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <comment>day, time, day, time</comment>
        <translation>%1 %2 – %3 %4</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>date without the year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>No line in the log</source>
        <translation>ログに行がありません</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n週間</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1日</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%nか月</numerusform>
        </translation>
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
    <name>ui::TopListCard</name>
    <message>
        <source>Sender domains</source>
        <translation>送信者ドメイン</translation>
    </message>
    <message>
        <source>Client addresses</source>
        <translation>接続元IPアドレス</translation>
    </message>
    <message>
        <source>Client networks</source>
        <translation>接続元ネットワーク</translation>
    </message>
    <message>
        <source>HELO names</source>
        <translation>HELO名</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>受信者</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>これだけを表示</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>これを除外</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>上位</translation>
    </message>
    <message>
        <source>All...</source>
        <translation>すべて...</translation>
    </message>
    <message>
        <source>All of them: %1</source>
        <translation>すべて: %1</translation>
    </message>
    <message>
        <source>Nothing of this kind in these checks.</source>
        <translation>これらの検査に該当する項目はありません。</translation>
    </message>
</context>
<context>
    <name>ui::TopListDialog</name>
    <message>
        <source>Find a name</source>
        <translation>名前を検索</translation>
    </message>
    <message>
        <source>Counting...</source>
        <translation>集計中...</translation>
    </message>
    <message>
        <source>Save as CSV...</source>
        <translation>CSVとして保存...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>一覧の保存</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
</context>
<context>
    <name>ui::TopListModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>ui::TopTableModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
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
    <name>ui::UnsavedEdits</name>
    <message>
        <source>Unsaved changes would be lost in a crash: %1</source>
        <translation>異常終了すると、保存していない変更が失われます: %1</translation>
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
    <name>ui::Waiting</name>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
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
        <source>A made-up company&apos;s settings, zone and one day of mail log</source>
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
    <message>
        <source>Open on a server...</source>
        <translation>サーバ上のファイルを開く...</translation>
    </message>
    <message>
        <source>Over SSH, with the hosts of ~/.ssh/config</source>
        <translation>SSH 接続。~/.ssh/config のホストも使えます</translation>
    </message>
    <message>
        <source>Create a new config.ini...</source>
        <translation>config.ini を新規作成...</translation>
    </message>
    <message>
        <source>Product defaults, recommended, or watch only</source>
        <translation>製品の初期設定、推奨設定、監視のみから選択</translation>
    </message>
    <message>
        <source>Open mail logs...</source>
        <translation>メールログを開く...</translation>
    </message>
    <message>
        <source>Who fails SPF, since when, and what became of the mail</source>
        <translation>SPF に失敗した送信元と時期、メールの扱い</translation>
    </message>
</context>
</TS>
