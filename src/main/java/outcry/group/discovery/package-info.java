/** Finding each other: HELLO, founding a group, joining one, generations that meet (G4–G7). */
package outcry.group.discovery;
