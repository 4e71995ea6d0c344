package org.postern.ui;

import org.eclipse.swt.widgets.Widget;

/**
 * Stable names of widgets, for tests and for helpers of people who cannot see the screen. A name
 * hangs on its widget under {@link #KEY}; it is never shown and never translated.
 */
public final class WidgetIds {

    /** The data key that a widget's name hangs under. */
    public static final String KEY = "org.postern.id";

    /** The tree of accounts and folders. */
    public static final String FOLDERS_TREE = "folders.tree";

    /** The link that opens the wizard while there is no account. */
    public static final String FOLDERS_SET_UP = "folders.setUp";

    /** The list of messages. */
    public static final String LIST_TABLE = "list.table";

    /** The title over the messages: which mailbox it is. */
    public static final String LIST_TITLE = "list.title";

    /** How many messages the list shows. */
    public static final String LIST_COUNT = "list.count";

    /** The field that filters the messages. */
    public static final String LIST_FILTER = "list.filter";

    /** The box that leaves only unread messages in the list. */
    public static final String LIST_UNREAD_ONLY = "list.unreadOnly";

    /** The menu of ways to see the list. */
    public static final String LIST_OPTIONS = "list.options";

    /** The bar over the list that says why an account gets no mail. */
    public static final String LIST_BANNER = "list.banner";

    /** The button in that bar. */
    public static final String LIST_BANNER_ACTION = "list.bannerAction";

    /** The text that stands where the list has nothing to show. */
    public static final String LIST_EMPTY = "list.empty";

    /** The field that searches all mail. */
    public static final String SEARCH_FIELD = "search.field";

    /** The bar over what was found. */
    public static final String SEARCH_BAR = "search.bar";

    /** Sorts what was found by relevance. */
    public static final String SEARCH_RELEVANCE = "search.relevance";

    /** Saves the search. */
    public static final String SEARCH_SAVE = "search.save";

    /** Ends the search. */
    public static final String SEARCH_END = "search.end";

    /** How far the index is. */
    public static final String SEARCH_PROGRESS = "search.progress";

    /** The query with its wrong part marked. */
    public static final String SEARCH_MISTAKE = "search.mistake";

    /** What is wrong with it. */
    public static final String SEARCH_SENTENCE = "search.sentence";

    /** The subject over the message that is read. */
    public static final String READING_SUBJECT = "reading.subject";

    /** Who wrote it. */
    public static final String READING_FROM = "reading.from";

    /** Who it went to. */
    public static final String READING_TO = "reading.to";

    /** When it was written. */
    public static final String READING_DATE = "reading.date";

    /** The bar of warnings; absent when there are none. */
    public static final String READING_WARNINGS = "reading.warnings";

    /** The bar of attachments; absent when there are none. */
    public static final String READING_ATTACHMENTS = "reading.attachments";

    /** The button of one attachment. */
    public static final String READING_ATTACHMENT = "reading.attachment";

    /** The button that saves all attachments. */
    public static final String READING_SAVE_ALL = "reading.saveAll";

    /** The browser that shows the body. */
    public static final String READING_BROWSER = "reading.browser";

    /** The text widget that shows the body where there is no browser. */
    public static final String READING_TEXT = "reading.text";

    /** The text that stands where no message is read. */
    public static final String READING_EMPTY = "reading.empty";

    /** The link that takes the account of a message online that is not here. */
    public static final String READING_GO_ONLINE = "reading.goOnline";

    /** The table of what the engine is doing. */
    public static final String ACTIVITY_TABLE = "activity.table";

    /** Cancels the selected activity. */
    public static final String ACTIVITY_CANCEL = "activity.cancel";

    /** The sentence in the status line. */
    public static final String STATUS_TEXT = "status.text";

    /** The account's name, in the wizard and the settings. */
    public static final String SETTINGS_ACCOUNT_NAME = "settings.accountName";

    /** The user's own name. */
    public static final String SETTINGS_PERSON = "settings.person";

    /** The user's address. */
    public static final String SETTINGS_ADDRESS = "settings.address";

    /** The list of transports. */
    public static final String SETTINGS_TRANSPORT = "settings.transport";

    /** The server's host name. */
    public static final String SETTINGS_HOST = "settings.host";

    /** The folder, for transports that read one. */
    public static final String SETTINGS_FOLDER = "settings.folder";

    /** Opens the chooser for that folder. */
    public static final String SETTINGS_BROWSE = "settings.browse";

    /** The SSL box. */
    public static final String SETTINGS_SSL = "settings.ssl";

    /** The box for STARTTLS. */
    public static final String SETTINGS_STARTTLS = "settings.startTls";

    /** The port; empty means the default that its message shows. */
    public static final String SETTINGS_PORT = "settings.port";

    /** The name to log in with. */
    public static final String SETTINGS_USER = "settings.user";

    /** The password. */
    public static final String SETTINGS_PASSWORD = "settings.password";

    /** The warning that mail will travel unprotected. */
    public static final String SETTINGS_WARNING = "settings.warning";

    /** The Test button. */
    public static final String SETTINGS_TEST = "settings.test";

    /** Stops a test that is under way. */
    public static final String SETTINGS_TEST_CANCEL = "settings.testCancel";

    /** What the test came to. */
    public static final String SETTINGS_TEST_RESULT = "settings.testResult";

    /** How often to look for mail. */
    public static final String SETTINGS_INTERVAL = "settings.interval";

    /** What becomes of messages on the server. */
    public static final String SETTINGS_REMOVAL = "settings.removal";

    /** Days that messages stay on the server. */
    public static final String SETTINGS_KEEP_DAYS = "settings.keepDays";

    /** The alert's shell. */
    public static final String ALERT = "alert";

    /** What was tried. */
    public static final String ALERT_TRIED = "alert.tried";

    /** What came back. */
    public static final String ALERT_SEEN = "alert.seen";

    /** What it most likely means. */
    public static final String ALERT_MEANING = "alert.meaning";

    /** A button that mends; the first one is the likeliest. Its number from 0 is appended. */
    public static final String ALERT_MEND = "alert.mend.";

    /** Opens the account's settings. */
    public static final String ALERT_SETTINGS = "alert.settings";

    /** Tries again without a change. */
    public static final String ALERT_RETRY = "alert.retry";

    /** Leaves the account offline. */
    public static final String ALERT_STAY_OFFLINE = "alert.stayOffline";

    /** The password field of an alert about a password. */
    public static final String ALERT_PASSWORD = "alert.password";

    /** Stores that password and tries again. */
    public static final String ALERT_USE_PASSWORD = "alert.usePassword";

    /** The list of accounts over the connection log. */
    public static final String LOG_ACCOUNT = "log.account";

    /** The field that filters the log. */
    public static final String LOG_FILTER = "log.filter";

    /** The table of what was said. */
    public static final String LOG_TABLE = "log.table";

    /** Keeps the log from moving on. */
    public static final String LOG_HOLD = "log.hold";

    /** Throws the log away. */
    public static final String LOG_CLEAR = "log.clear";

    /** Saves the log to a file. */
    public static final String LOG_SAVE = "log.save";

    /** The Doctor's dialog, over settings that are not stored yet. */
    public static final String DOCTOR_DIALOG = "doctor.dialog";

    /** What the Doctor found, in a sentence. */
    public static final String DOCTOR_HEADLINE = "doctor.headline";

    /** What to do about it. */
    public static final String DOCTOR_ADVICE = "doctor.advice";

    /** A button that mends; its number from 0 is appended. */
    public static final String DOCTOR_MEND = "doctor.mend.";

    /** The table of rungs. */
    public static final String DOCTOR_LADDER = "doctor.ladder";

    /** What shows how the selected rung holds. */
    public static final String DOCTOR_EVIDENCE = "doctor.evidence";

    /** Examines once more. */
    public static final String DOCTOR_AGAIN = "doctor.again";

    /** Stops an examination. */
    public static final String DOCTOR_CANCEL = "doctor.cancel";

    /** Puts the report on the clipboard. */
    public static final String DOCTOR_COPY = "doctor.copy";

    /** Opens the Doctor from the alert. */
    public static final String ALERT_EXAMINE = "alert.examine";

    /** Opens the Doctor from the settings. */
    public static final String SETTINGS_EXAMINE = "settings.examine";

    /** The dialog about a certificate that was not accepted. */
    public static final String CERTIFICATE_DIALOG = "certificate.dialog";

    /** What is wrong with it. */
    public static final String CERTIFICATE_WRONG = "certificate.wrong";

    /** The tree of certificates. */
    public static final String CERTIFICATE_CHAIN = "certificate.chain";

    /** What stands in the selected one. */
    public static final String CERTIFICATE_FACTS = "certificate.facts";

    /** The box by which the user says that the fingerprint was compared. */
    public static final String CERTIFICATE_COMPARED = "certificate.compared";

    /** Trusts it for this account. */
    public static final String CERTIFICATE_TRUST = "certificate.trust";

    /** The dialog that compares a changed certificate with the one before. */
    public static final String COMPARISON_DIALOG = "comparison.dialog";

    /** The table of differences. */
    public static final String COMPARISON_TABLE = "comparison.table";

    /** Opens the question about a certificate from the alert. */
    public static final String ALERT_CERTIFICATE = "alert.certificate";

    /** Button that shows what protects the account's connection. */
    public static final String ALERT_POSTURE = "alert.posture";

    /** The same from the settings. */
    public static final String SETTINGS_CERTIFICATE = "settings.certificate";

    /** The window about what protects a connection. */
    public static final String POSTURE_DIALOG = "posture.dialog";

    /** What protects it. */
    public static final String POSTURE_FACTS = "posture.facts";

    /** Takes back the trust in a certificate. */
    public static final String POSTURE_TAKE_BACK = "posture.takeBack";

    /** Button that no longer demands bound logins. */
    public static final String POSTURE_UNBIND = "posture.unbind";

    /** Copies what protects it. */
    public static final String POSTURE_COPY = "posture.copy";

    /** Opens the advanced settings. */
    public static final String SETTINGS_ADVANCED = "settings.advanced";

    /** What the advanced settings are, in short. */
    public static final String SETTINGS_LOGIN_SUMMARY = "settings.loginSummary";

    /** The box by which the user says that the account may be unprotected. */
    public static final String SETTINGS_ACKNOWLEDGED = "settings.acknowledged";

    /** The advanced settings. */
    public static final String ADVANCED_DIALOG = "advanced.dialog";

    /** The list of ways to log in. */
    public static final String ADVANCED_WAY = "advanced.way";

    /** The box that allows a weak mechanism. */
    public static final String ADVANCED_WEAK = "advanced.weak";

    /** The list of kinds of client certificates. */
    public static final String ADVANCED_KIND = "advanced.kind";

    /** Where the client certificate lies. */
    public static final String ADVANCED_PLACE = "advanced.place";

    /** Opens the chooser for it. */
    public static final String ADVANCED_BROWSE = "advanced.browse";

    /** The certificate's password or PIN. */
    public static final String ADVANCED_SECRET = "advanced.secret";

    /** Until when the certificate holds, or why it cannot be used. */
    public static final String ADVANCED_HOLDS = "advanced.holds";

    /** The field that narrows the mailboxes that messages can go to. */
    public static final String MOVE_WORDS = "move.words";

    /** The mailboxes that messages can go to. */
    public static final String MOVE_TABLE = "move.table";

    /** Takes the mailbox that is marked. */
    public static final String MOVE_TAKE = "move.take";

    private WidgetIds() {}

    /**
     * Gives a widget its name.
     *
     * @return the widget
     */
    public static <W extends Widget> W name(W widget, String id) {
        widget.setData(KEY, id);
        return widget;
    }
}
