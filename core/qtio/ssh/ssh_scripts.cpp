// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_scripts.h"

#include "core/qtio/ssh/ssh_command.h"

namespace qtio {

namespace {

// All scripts travel inside single quotes through a login shell that may be csh or fish, as one line: no
// single quote, no backslash, no exclamation mark, and every line ends where a blank may follow. Texts of
// the system are asked for in English because their meaning is read from them.

const char* const common = R"sh(
    export LC_ALL=C;
    m=$1;
    say() { for i in "$@"; do printf %s "$i"; echo "$m"; done; };
    fail() { say failed "$1" "$2" "$3" end; exit 0; };
    plain() { p=$(printf %b. "$1"); p=${p%.}; };
    digest() { h=$(sha256sum) && h=${h%% *}; };
    say ready;
)sh";

const char* const takePath = R"sh(
    plain "$2";
)sh";

// $p is a regular file that can be read.
const char* const inspectPath = R"sh(
    if [ -d "$p" ]; then fail IsFolder "$p" ""; fi;
    if [ -f "$p" ]; then :;
    elif [ -e "$p" ]; then fail NotAFile "$p" "";
    else fail "" "$p" "$(stat -L "$p" 2>&1 >/dev/null)"; fi;
    if [ -r "$p" ]; then :; else fail "" "$p" "$(head -c 1 "$p" 2>&1 >/dev/null)"; fi;
)sh";

// What `read` and `look` go on with: it is not too large.
const char* const inspectContent = R"sh(
    s=$(stat -L -c %s "$p" 2>&1) || fail "" "$p" "$s";
    if [ "$s" -gt "$3" ]; then fail TooLarge "$p" ""; fi;
    digest 2>/dev/null < "$p";
    if [ -z "$h" ]; then fail "" "$p" "$(sha256sum 2>&1 >/dev/null < "$p")"; fi;
)sh";

const char* const read = R"sh(
    w=0;
    if [ -w "$p" ]; then w=1; fi;
    o=$(stat -L -c "%U %G %a" "$p");
    say data "$s" "$(stat -L -c %Y "$p")" "$w" "$h" "$o";
    head -c "$s" "$p";
    say "" end;
)sh";

const char* const look = R"sh(
    say hash "$h" end;
)sh";

// Where: $t the file in the end, in the folder that is the current one, named $n there.
const char* const writeBegin = R"sh(
    plain "$2"; base=$3; copy=$4; place=$5; len=$6; want=$7; tag=$8; keep=$9; most=${10};
    trap "" HUP INT TERM PIPE;
    mask=$(umask);
    umask 077;
    t=$p; i=0;
    while [ -L "$t" ] && [ "$i" -lt 40 ]; do
        l=$(readlink "$t");
        case $l in /*) t=$l;; *) t=${t%/*}/$l;; esac;
        i=$((i+1));
    done;
    if [ -L "$t" ]; then fail "" "$p" "$(stat -L "$p" 2>&1 >/dev/null)"; fi;
    if [ -d "$t" ]; then fail IsFolder "$p" ""; fi;
    n=${t##*/}; f=${t%/*}/;
    e=$(ls -d "$f." 2>&1 >/dev/null) || fail "" "${f%/}" "$e";
    e=$(cd -P "$f" 2>&1) || fail "" "${f%/}" "$e";
    cd -P "$f";
    f=$(pwd -P);
    t=${f%/}/$n;
    T=./.$n.spm-$tag; B=$T-b; b=; S=;
)sh";

// Nothing that is written may be lost to somebody who writes at the same time; and while the lock is held,
// hidden files of ours are those of the dead.
const char* const writeLock = R"sh(
    if [ -r . ] && command -v flock >/dev/null 2>&1; then
        exec 9< .;
        i=0;
        while :; do
            flock -n 0 2>/dev/null <&9;
            case $? in
                0) for i in "./.$n.spm-"*; do if [ -f "$i" ]; then rm -f "$i"; fi; done; break;;
                1|1[2-9]?) ;;
                *) break;;
            esac;
            i=$((i+1));
            if [ "$i" -gt 50 ]; then fail "" "$t" "Resource temporarily unavailable"; fi;
            sleep 0.1 2>/dev/null || { sleep 1; i=$((i+9)); };
        done;
    fi;
)sh";

// Undoing takes away what was made; the copy only while the file is still the one it was made of.
const char* const writeParts = R"sh(
    undo() {
        rm -f "$T" "$B" ${S:+"$S"};
        if [ "$b" ]; then
            h=;
            digest < "./$n";
            if [ "$h" = "$base" ]; then rm -f "./$b"; fi;
        fi;
    };
    give() { undo; fail "$@"; };
    overwrite() {
        s=$(stat -c %s "./$n") || give "" "$t" "$s";
        if [ "$len" -gt "$s" ]; then
            e=$(tail -c +$((s+1)) 2>&1 <&6 >> "./$n") || {
                dd if=/dev/null of="./$n" bs=1 seek="$s" 2>/dev/null;
                give "" "$t" "$e";
            };
        fi;
        e=$(dd bs=65536 conv=notrunc of="./$n" 2>&1 <&5) || give "" "$t" "$e";
        e=$(dd if=/dev/null of="./$n" bs=1 seek="$len" conv=fsync 2>&1) || give "" "$t" "$e";
    };
    inplace() {
        if [ "$place" = 1 ]; then way=place; else give "$1" "$2" "$3"; fi;
    };
)sh";

const char* const writeCheck = R"sh(
    here=; now=-;
    if [ -f "./$n" ]; then here=1;
    elif [ -e "./$n" ]; then fail NotAFile "$t" ""; fi;
    if [ "$here" ]; then
        if [ -r "./$n" ]; then :; else fail "" "$t" "Permission denied"; fi;
        s=$(stat -c %s "./$n" 2>&1) || fail "" "$t" "$s";
        if [ "$s" -gt "$most" ]; then fail TooLarge "$t" ""; fi;
        now=;
        digest < "./$n";
        now=$h;
        if [ -z "$now" ]; then fail "" "$t" "$(sha256sum 2>&1 >/dev/null < "./$n")"; fi;
    fi;
    if [ "$now" = "$base" ]; then :; else fail Stale "$p" ""; fi;
    if [ -z "$here" ] || [ -w "./$n" ]; then :;
    else e=$( ( : >> "./$n" ) 2>&1 ); fail "" "$t" "${e:-Permission denied}"; fi;
)sh";

// The temporary file is first a copy with everything that hangs on the old one, then gets its content.
const char* const writeTemporary = R"sh(
    way=rename; kept=1;
    if [ "$here" ]; then
        e=$( ( set -C; : > "$T" ) 2>&1 ) || case $e in
            *ermission*|*not?permitted*) inplace NoPermission "$f" "$e"; S=$(mktemp 2>&1) || fail "" "$f" "$S";;
            *) fail "" "$f" "$e";;
        esac;
    else
        e=$( ( umask "$mask"; set -C; : > "$T" ) 2>&1 ) || fail "" "$f" "$e";
    fi;
    if [ "$here" ] && [ "$way" = rename ]; then
        e=$(cp --preserve=all "./$n" "$T" 2>&1) && [ -z "$e" ] || {
            kept=0;
            e=$(cp -p "./$n" "$T" 2>&1) || give "" "$t" "$e";
        };
    fi;
    if [ "$here" ]; then
        e=$(stat -c "%u %g %a %h" "./$n" 2>&1) || give "" "$t" "$e";
        set -- $e;
        old="$1 $2";
    fi;
    if [ "$here" ] && [ "$way" = rename ]; then
        e=$(stat -c "%u %g %a" "$T" 2>&1) || give "" "$t" "$e";
        set -- "$@" $e;
        if [ "$4" -gt 1 ]; then kept=0; fi;
        if [ "$1" -ne "$5" ] || [ "$2" -ne "$6" ]; then
            chmod 600 "$T";
            inplace OwnerWouldChange "$t" "Operation not permitted";
        elif [ "$3" -ne "$7" ]; then
            e=$(chmod "$3" "$T" 2>&1) || give "" "$t" "$e";
        fi;
    fi;
    S=${S:-$T};
    exec 8> "$S" 7< "$S" 6< "$S" 5< "$S";
    case $S in "$T") ;; *) rm -f "$S";; esac;
)sh";

// Only what arrived whole goes on. A sender that fell silent must not hold the lock for ever (KILL: all else
// is ignored here).
const char* const writeReceive = R"sh(
    limit=;
    if timeout -s KILL 5 true 2>/dev/null; then limit="timeout -s KILL 900"; fi;
    e=$($limit dd bs=65536 conv=fsync 2>&1 >&8) || give "" "$t" "$e";
    h=;
    digest <&7;
    if [ "$h" = "$want" ]; then :; else give "" "$t" "the content did not arrive whole"; fi;
)sh";

const char* const writeBackup = R"sh(
    if [ "$here" ] && [ "$copy" = 1 ]; then
        e=$( ( set -C; : > "$B" ) 2>&1 ) || give NoBackup "$f" "$e";
        e=$(cp -p "./$n" "$B" 2>&1) || give NoBackup "$t" "$e";
        if [ "$(stat -c "%u %g" "$B")" = "$old" ]; then :; else chmod go= "$B"; fi;
        if [ -w "$B" ]; then :; else chmod u+rw "$B"; fi;
        e=$(dd if="./$n" of="$B" bs=65536 conv=fsync 2>&1) || give NoBackup "$t" "$e";
        h=;
        digest < "$B";
        if [ "$h" = "$base" ]; then :; else give Stale "$t" ""; fi;
        stamp=$(date +%Y%m%d-%H%M%S) || give NoBackup "$t" "";
        i=1;
        while [ -z "$b" ]; do
            c=$n.$stamp;
            if [ "$i" -gt 1 ]; then c=$c-$i; fi;
            if [ "$i" -gt 999 ]; then give NoBackup "$t" ""; fi;
            if [ -e "./$c" ] || [ -L "./$c" ]; then i=$((i+1)); continue; fi;
            e=$(ln "$B" "./$c" 2>&1) || e=$(mv -f "$B" "./$c" 2>&1) || give NoBackup "${f%/}/$c" "$e";
            b=$c;
        done;
        rm -f "$B";
    fi;
)sh";

// A tool that failed (was killed) may have done its work before: what counts is which file is there.
const char* const writeReplace = R"sh(
    fresh=$(stat -c %d:%i "$T" 2>/dev/null);
    isnew() { [ "$(stat -c %d:%i "./$n" 2>/dev/null)" = "$fresh" ] && [ "$way" = rename ]; };
    if [ "$here" ]; then
        h=;
        digest < "./$n";
        if [ -L "./$n" ]; then give Stale "$t" ""; fi;
        if [ "$h" = "$base" ]; then :; else give Stale "$t" ""; fi;
    fi;
    if [ "$way" = rename ] && [ "$here" ]; then
        e=$(mv -f "$T" "./$n" 2>&1) || isnew || case $e in
            *ermission*|*not?permitted*) inplace NoPermission "$f" "$e";;
            *) give "" "$t" "$e";;
        esac;
    elif [ "$way" = rename ]; then
        e=$(ln "$T" "./$n" 2>&1) || isnew || {
            if [ -e "./$n" ] || [ -L "./$n" ]; then give Stale "$t" ""; fi;
            e=$(mv -f "$T" "./$n" 2>&1) || isnew || give "" "$t" "$e";
        };
    fi;
    if [ "$way" = place ]; then overwrite; kept=1; fi;
    rm -f "$T";
    sync . >/dev/null 2>&1;
)sh";

// Newest first; the copy just made stays whatever the clock says. Only names we give are touched.
const char* const writeRotate = R"sh(
    if [ "$b" ]; then
        for i in "./$n".[0-9][0-9][0-9][0-9][01][0-9][0-3][0-9]-[0-2][0-9][0-5][0-9][0-5][0-9]*; do
            if [ -L "$i" ]; then continue; fi;
            if [ -f "$i" ]; then :; else continue; fi;
            i=${i#"./$n."};
            case ${i#???????????????} in
                ""|-[2-9]|-[1-9][0-9]|-[1-9][0-9][0-9]) ;;
                *) continue;;
            esac;
            case $i in ????0[1-9]*|????1[0-2]*) ;; *) continue;; esac;
            case $i in ??????0[1-9]*|??????[12]*|??????3[01]*) ;; *) continue;; esac;
            case $i in ?????????[01]*|?????????2[0-3]*) ;; *) continue;; esac;
            echo "$i";
        done | sort -t - -k 1,1nr -k 2,2nr -k 3,3nr | {
            i=1;
            while read -r c; do
                if [ "$n.$c" = "$b" ]; then continue; fi;
                i=$((i+1));
                if [ "$i" -gt "$keep" ]; then rm -f "./$n.$c"; fi;
            done;
        };
    fi;
    a=1;
    if [ "$way" = place ]; then a=0; fi;
    say written "$a" "$kept" "${b:+${f%/}/$b}" end;
)sh";

// The same for the user and for sudo; arguments: marker, name of the group, who looks, paths.
const char* const files = R"sh(
    m=$1; k=$2; v=$3;
    shift 3;
    for p in "$@"; do
        if [ -f "$p" ]; then :; else continue; fi;
        r=0; w=0;
        if [ -r "$p" ]; then r=1; fi;
        if [ -w "$p" ]; then w=1; fi;
        for i in "$k" "$v" "$p" "$(stat -L -c %U "$p")" "$(stat -L -c %G "$p")" "$(stat -L -c %a "$p")"
                "$(stat -L -c %s "$p")" "$r" "$w"; do
            printf %s "$i"; echo "$m";
        done;
    done;
)sh";

// All arguments that are left are paths or words.
const char* const takeWords = R"sh(
    i=$#;
    while [ "$i" -gt 0 ]; do
        plain "$1";
        shift;
        set -- "$@" "$p";
        i=$((i-1));
    done;
)sh";

const char* const probeHost = R"sh(
    read -r line;
    say probe "$(date +%s.%N)";
    say zone "$(date +%z)" "$(date +%Z)" user "$(id -un)" "$SSH_CONNECTION";
    look=$p; sudo=$3;
    shift 3;
)sh";

const char* const probeFiles = R"sh(
    PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin;
    if [ "$(id -u)" = 0 ]; then sudo=root; say sudo root "";
    elif [ "$sudo" = 1 ]; then
        if e=$(sudo -n true 2>&1 </dev/null); then sudo=yes; say sudo yes ""; else sudo=no; say sudo no "$e"; fi;
    else sudo=; say sudo "" ""; fi;
    log=;
    for c in /opt/trend/imss/postfix/usr/sbin/postconf postconf; do
        c=$(command -v "$c") || continue;
        d=$("$c" -h config_directory 2>/dev/null </dev/null) || continue;
        say postfix "$c" "$d" "$("$c" -h mail_version 2>/dev/null </dev/null)";
        set -- "$@" "$d/SPFPolicyd/config.ini";
        if [ -z "$log" ]; then log=$("$c" -h maillog_file 2>/dev/null </dev/null); fi;
    done;
    files() {
        sh -c "$look" spm "$m" "$k" user "$@";
        if [ "$sudo" = yes ]; then sudo -n sh -c "$look" spm "$m" "$k" sudo "$@" </dev/null; fi;
    };
    k=config;
    files "$@";
    k=log;
    case $log in /dev/*) log=;; esac;
    files ${log:+"$log"} /var/log/maillog /var/log/mail.log;
    say end;
)sh";

// The zone by its name where the host tells it.
const char* const zone = R"sh(
    pack() { if [ "$z" = gzip ]; then gzip -1 -c; else cat; fi; };
    z=plain;
    if command -v gzip >/dev/null 2>&1; then z=gzip; fi;
    t=$(timedatectl show -p Timezone --value 2>/dev/null) || t=$(cat /etc/timezone 2>/dev/null);
    if [ -z "$t" ]; then t=$(readlink /etc/localtime); t=${t##*zoneinfo/}; fi;
)sh";

// A member of the set that begins as the log did holds what was written before the rotation. Between the
// renaming and the making of the new file it is the log. What was read of a file that was cut and written
// anew meanwhile is not whole.
const char* const growthRest = R"sh(
    o=$3; n=$4; want=$5; most=$6; f=; h=;
    start() { h=$(head -c "$n" "$1" 2>/dev/null | sha256sum); h=${h%% *}; };
    rest() {
        for i in "$p".* "$p"-*; do
            if [ -f "$i" ] && [ -r "$i" ]; then start "$i"; else continue; fi;
            if [ "$h" = "$want" ] && [ "$(stat -L -c %s "$i")" -ge "$1" ]; then f=$i; return 0; fi;
        done;
        return 1;
    };
    if [ -e "$p" ]; then :;
    elif [ "$n" -gt 0 ] && rest "$o"; then p=$f; fi;
)sh";

const char* const growth = R"sh(
    f=$p; k=same;
    s=$(stat -L -c %s "$p" 2>&1) || fail "" "$p" "$s";
    if [ "$n" -gt 0 ]; then
        start "$p";
        if [ "$h" = "$want" ] && [ "$s" -ge "$o" ]; then :;
        else
            k=new; f=;
            if rest "$((o+1))"; then k=rest; fi;
        fi;
    fi;
    y=$(stat -L -c %Y "${f:-$p}");
    s=$(stat -L -c %s "${f:-$p}");
    say log "$k" "$s" "$y" "$t" "$(date +%z)" "$z";
    if [ "$f" ] && [ "$s" -gt "$o" ]; then
        b=$((o/65536)); r=$((o-b*65536+1)); l=$((s-o));
        if [ "$l" -gt "$most" ]; then l=$most; fi;
        dd bs=65536 skip="$b" 2>/dev/null < "$f" | tail -c +"$r" | head -c "$l" | pack;
        if [ "$n" -gt 0 ]; then start "$f"; [ "$h" = "$want" ] || exit 1; fi;
    fi;
    say "" end;
)sh";

const char* const journalBegin = R"sh(
    c=$p; most=$3;
    shift 3;
)sh";

const char* const journal = R"sh(
    if command -v journalctl >/dev/null 2>&1; then :; else fail NotFound journalctl "journalctl: not found"; fi;
    e=$(journalctl --no-pager -q -n 1 -o cat 2>&1 >/dev/null) || fail "" journalctl "$e";
    say log same 0 0 "$t" "$(date +%z)" "$z";
    journalctl --no-pager -q -o export ${c:+"--after-cursor=$c"} "$@" 2>/dev/null | head -c "$most" | pack;
    say "" end;
)sh";

} // namespace

const QByteArray& growthScript()
{
    static const QByteArray script =
        inOneLine(QByteArray(common) + takePath + growthRest + inspectPath + zone + growth);
    return script;
}

const QByteArray& journalScript()
{
    static const QByteArray script =
        inOneLine(QByteArray(common) + takePath + journalBegin + takeWords + zone + journal);
    return script;
}

const QByteArray& readScript()
{
    static const QByteArray script =
        inOneLine(QByteArray(common) + takePath + inspectPath + inspectContent + read);
    return script;
}

const QByteArray& lookScript()
{
    static const QByteArray script =
        inOneLine(QByteArray(common) + takePath + inspectPath + inspectContent + look);
    return script;
}

const QByteArray& writeScript()
{
    static const QByteArray script =
        inOneLine(QByteArray(common) + writeBegin + writeLock + writeParts + writeCheck + writeTemporary +
                  writeReceive + writeBackup + writeReplace + writeRotate);
    return script;
}

const QByteArray& probeScript()
{
    static const QByteArray script =
        inOneLine(QByteArray(common) + takePath + probeHost + takeWords + probeFiles);
    return script;
}

const QByteArray& lookAtFiles()
{
    static const QByteArray script = inOneLine(files);
    return script;
}

} // namespace qtio
