/**
 * What every window of the desktop stands on: starting JavaFX once, opening windows, themes, fonts,
 * settings, and pictures of windows.
 */
package outcry.desktop.app;
