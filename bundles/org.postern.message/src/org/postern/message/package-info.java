/**
 * Mail as bytes in, readable and safe out.
 *
 * <p>{@link org.postern.message.MessageReader} turns the bytes of a message into a {@link
 * org.postern.message.ReadableMessage}; {@link org.postern.message.SafeHtml} turns that into a page
 * that cannot run anything and cannot ask anybody for anything. {@link org.postern.message.Headers}
 * reads a header block alone, for lists. Nothing here opens a socket, and no input makes it throw:
 * what cannot be understood is shown as it is and named by a {@link org.postern.message.Warning}.
 *
 * <p>Jakarta Mail (Angus) splits multiparts and decodes transfer encodings. Header fields,
 * charsets, addresses and dates are read here, because real mail makes Angus throw on them.
 */
package org.postern.message;
