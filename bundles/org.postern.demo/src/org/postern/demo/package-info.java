/**
 * An embedded mail server with real-looking mail, to try the workbench and to test transports
 * against. It is a server: the rule that only {@code org.postern.net} opens sockets is for clients.
 */
package org.postern.demo;
