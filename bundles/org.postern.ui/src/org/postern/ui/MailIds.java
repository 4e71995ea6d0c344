package org.postern.ui;

/** Ids that plug-ins place their own views and commands by. */
public final class MailIds {

    /** The view of accounts and folders. */
    public static final String FOLDERS_VIEW = "org.postern.ui.folders";

    /** The view of a mailbox's messages. */
    public static final String LIST_VIEW = "org.postern.ui.list";

    /** The view that a message is read in. */
    public static final String READING_VIEW = "org.postern.ui.reading";

    /** The view of what the engine is doing. */
    public static final String ACTIVITY_VIEW = "org.postern.ui.activity";

    /** The view of what was said over an account's connections. */
    public static final String LOG_VIEW = "org.postern.ui.log";

    /** The view that examines why an account cannot connect. */
    public static final String DOCTOR_VIEW = "org.postern.ui.doctor";

    /** The folder at the bottom of the mail perspective, where further views go. */
    public static final String BOTTOM_FOLDER = "org.postern.ui.bottom";

    /** The folder below the message, where views about connections go. */
    public static final String EXAMINE_FOLDER = "org.postern.ui.examining";

    /** The context in which the keys for what stands in the tree hold. */
    public static final String FOLDERS_CONTEXT = "org.postern.ui.foldersFocused";

    /** The context in which the keys for messages hold. */
    public static final String MESSAGES_CONTEXT = "org.postern.ui.messages";

    /**
     * The property of the reading view that holds the number of the message whose body is on
     * screen; empty while none is.
     */
    public static final String SHOWN_PROPERTY = "org.postern.ui.shown";

    private MailIds() {}
}
