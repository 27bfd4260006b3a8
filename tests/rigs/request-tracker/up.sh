#!/usr/bin/env bash
# Starts a real Request Tracker 5 on loopback with a fresh, seeded database and ItsmAi's own fields, rights and scrip.
#   RT_HOME       its folder; everything is written there, and it is emptied first if this rig made it
#   RT_PORT       its port (18090)          RT_WORKERS   server processes (2)
#   HOOK_URL      where the scrip posts     HOOK_SECRET  its HMAC key
#   RT_DB         SQLite or Pg; Pg takes the empty database rt of PG_HOST, PG_PORT, PG_USER, PG_PASS
# Writes $RT_HOME/env: RT_URL, RT_TOKEN (ItsmAi's account), RT_ANA_TOKEN, RT_BO_TOKEN, RT_ROOT_PASS, RT_PID.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
shipped=$(cd "$here/../../../connect/request-tracker" && pwd)

RT_HOME=${RT_HOME:-${TMPDIR:-/tmp}/itsmai-rt-$(id -u)}
RT_PORT=${RT_PORT:-18090}
RT_WORKERS=${RT_WORKERS:-2}
RT_DB=${RT_DB:-SQLite}
HOOK_URL=${HOOK_URL:-}
HOOK_SECRET=${HOOK_SECRET:-rig-secret}
PG_HOST=${PG_HOST:-127.0.0.1} PG_PORT=${PG_PORT:-5432} PG_USER=${PG_USER:-rt} PG_PASS=${PG_PASS:-rt}
ROOT_PASS=root-pass

fail() { echo "up.sh: $*" >&2; exit 1; }

case $RT_DB in SQLite | Pg) ;; *) fail "RT_DB is \"$RT_DB\"; use SQLite or Pg" ;; esac
case $RT_HOME$HOOK_URL$HOOK_SECRET in *[\'\\]*) fail "RT_HOME, HOOK_URL and HOOK_SECRET must not hold ' or \\" ;; esac
"$here/install.sh" >&2
RT_HOME=$RT_HOME "$here/down.sh"
if (exec 3<>"/dev/tcp/127.0.0.1/$RT_PORT") 2>/dev/null; then fail "port $RT_PORT is taken; set RT_PORT"; fi
if [ -e "$RT_HOME" ] && [ ! -e "$RT_HOME/.itsmai-rt" ] && [ -n "$(ls -A "$RT_HOME")" ]; then
  fail "RT_HOME=$RT_HOME is not empty and was not made by this rig; choose another folder"
fi
rm -rf "$RT_HOME"
mkdir -p "$RT_HOME"/{site.d,mason,sessions,var,log}
touch "$RT_HOME/.itsmai-rt"

database="Set(\$DatabaseName, '$RT_HOME/rt.sqlite');"
if [ "$RT_DB" = Pg ]; then
  database="Set(\$DatabaseName, 'rt'); Set(\$DatabaseHost, '$PG_HOST'); Set(\$DatabasePort, '$PG_PORT');
Set(\$DatabaseUser, '$PG_USER'); Set(\$DatabasePassword, '$PG_PASS');"
fi
cat >"$RT_HOME/RT_SiteConfig.pm" <<CONFIG
use utf8;
Set(\$rtname, 'rig.test');
Set(\$Organization, 'rig.test');
Set(\$Timezone, 'UTC');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $RT_PORT);
Set(\$WebPath, '');
Set(\$WebBaseURL, 'http://127.0.0.1:$RT_PORT');
Set(\$CorrespondAddress, 'rt\@rig.test');
Set(\$CommentAddress, 'rt-comment\@rig.test');
Set(\$DatabaseType, '$RT_DB');
$database
Set(\$MailCommand, 'mbox');
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'warning');
Set(\$WebSessionClass, 'Apache::Session::File');
Set(\$RestrictReferrer, 0);
Set(\$HTMLFormatter, 'core');
# A token is hashed on every call; the default of 12 costs each of them half a second. 10 is the least RT takes.
Set(\$BcryptCost, 10);
# The default lifecycle, with a status for a solution that was put forward and one for what is closed for good.
Set(%Lifecycles, default => {
  initial  => ['new'],
  active   => ['open', 'stalled', 'proposed'],
  inactive => ['resolved', 'closed', 'rejected', 'deleted'],
  defaults => { on_create => 'new', approved => 'open', denied => 'rejected', reminder_on_open => 'open', reminder_on_resolve => 'resolved' },
  transitions => {
    '' => ['new', 'open', 'resolved'],
    map { my \$from = \$_; \$from => [ grep { \$_ ne \$from } qw(new open stalled proposed resolved closed rejected deleted) ] }
      qw(new open stalled proposed resolved closed rejected deleted),
  },
  rights => { '* -> deleted' => 'DeleteTicket', '* -> *' => 'ModifyTicket' },
  actions => [],
});
Set(\$ItsmAiUrl, '$HOOK_URL');
Set(\$ItsmAiSecret, '$HOOK_SECRET');
Set(\$ItsmAiTimeout, 3);
\$RT::MasonDataDir = '$RT_HOME/mason';
\$RT::MasonSessionDir = '$RT_HOME/sessions';
\$RT::VarPath = '$RT_HOME/var';
1;
CONFIG

# RT resets @INC while it reads its configuration, so the module's folder comes by PERL5LIB.
export PERL5LIB=$shipped/lib RT_SITE_CONFIG=$RT_HOME/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$RT_HOME/site.d
dba=(--dba '' --dba-password '')
if [ "$RT_DB" = Pg ]; then dba=(--skip-create --dba "$PG_USER" --dba-password "$PG_PASS"); fi
printf %s "$ROOT_PASS" >"$RT_HOME/root.pw"
rt-setup-database-5 --action init --root-password-file "$RT_HOME/root.pw" "${dba[@]}" \
  </dev/null >"$RT_HOME/log/init.log" 2>&1 || fail "no database; see $RT_HOME/log/init.log"
for file in "$here/seed" "$shipped/initialdata"; do
  rt-setup-database-5 --action insert --datafile "$file" --dba "$PG_USER" --dba-password "$PG_PASS" \
    </dev/null >"$RT_HOME/log/$(basename "$file").log" 2>&1 || fail "$file was refused; see $RT_HOME/log"
done
rm -f "$RT_HOME/root.pw"

tokens=$(perl -I/usr/share/request-tracker5/lib -e '
  use RT -init;
  use RT::AuthToken;
  for my $name (@ARGV) {
    my $user = RT::User->new(RT->SystemUser);
    $user->Load($name);
    die "no user $name\n" unless $user->id;
    my ($id, $says, $token) =
      RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->id, Description => "rig");
    die "$says\n" unless $id;
    print "$token\n";
  }' itsmai-bot ana bo)
{ read -r bot; read -r ana; read -r bo; } <<<"$tokens"

cd "$RT_HOME"
setsid /usr/share/request-tracker5/libexec/rt-server --host 127.0.0.1 --port "$RT_PORT" \
  --max-workers "$RT_WORKERS" --max-reqs-per-child 50000 </dev/null >"$RT_HOME/log/server.log" 2>&1 &
pid=$!
echo "$pid" >"$RT_HOME/rt.pid"
for ((i = 0; i < 300; i++)); do
  if curl -fsS -m 20 -o /dev/null -H "Authorization: token $bot" "http://127.0.0.1:$RT_PORT/REST/2.0/rt" 2>/dev/null
  then break; fi
  kill -0 "$pid" 2>/dev/null || fail "the server ended; see $RT_HOME/log/server.log"
  sleep 0.2
done
((i < 300)) || fail "no answer after 60 s; see $RT_HOME/log/server.log"
cat >"$RT_HOME/env.part" <<ENV
RT_URL=http://127.0.0.1:$RT_PORT
RT_TOKEN=$bot
RT_ANA_TOKEN=$ana
RT_BO_TOKEN=$bo
RT_ROOT_PASS=$ROOT_PASS
RT_PID=$pid
ENV
mv "$RT_HOME/env.part" "$RT_HOME/env"
echo "up: http://127.0.0.1:$RT_PORT in $SECONDS s; $RT_HOME/env"
