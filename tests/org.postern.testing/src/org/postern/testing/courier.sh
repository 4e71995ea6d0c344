# A private Courier: the authentication daemon and four listeners.
set -a
cd "@folder@" || exit 1
LD_LIBRARY_PATH=@libraries@
LD_PRELOAD=libnss_wrapper.so
NSS_WRAPPER_PASSWD=@folder@/passwd
NSS_WRAPPER_GROUP=@folder@/group
IMAP_CAPABILITY="IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE AUTH=PLAIN"
IMAP_CAPABILITY_TLS=$IMAP_CAPABILITY
IMAP_KEYWORDS=1
IMAP_ENHANCEDIDLE=1
IMAP_IDLE_TIMEOUT=60
IMAP_USELOCKS=1
IMAP_EMPTYTRASH=
IMAP_STARTTLS=YES
POP3_STARTTLS=YES
POP3AUTH="PLAIN LOGIN"
POP3AUTH_TLS="PLAIN LOGIN"
COURIERTLS=@root@/usr/bin/couriertls
GAM_CLIENT_ID=@imap@
TLS_CERTFILE=@folder@/both.pem
TLS_VERIFYPEER=NONE
MAILDIRPATH=Maildir
programs=@root@/usr/lib/courier/courier

listen() { # PORT COMMAND...
    "@root@/usr/sbin/couriertcpd" -address=127.0.0.1 -nodnslookup -noidentlookup "$@" &
}

[ -d mail/Maildir ] || "@root@/usr/bin/maildirmake.courier" mail/Maildir
./lib/authdaemond &
"@root@/usr/libexec/gam_server" --notimeout "$GAM_CLIENT_ID" &
listen @imap@ "$programs/imaplogin" "@root@/usr/bin/imapd" Maildir
listen @pop@ "$programs/courierpop3login" "$programs/courierpop3d" Maildir
IMAP_TLS=1
POP3_TLS=1
listen @imaps@ "$COURIERTLS" -server -tcpd "$programs/imaplogin" "@root@/usr/bin/imapd" Maildir
listen @pops@ "$COURIERTLS" -server -tcpd "$programs/courierpop3login" "$programs/courierpop3d" Maildir
wait
