/**
 * The group key at work (G33): datagrams and link frames carry a tag that only holders of the key
 * can make, and a counter that lets each be taken in once. What is inside stays readable: this
 * proves who speaks, it hides nothing.
 */
package outcry.wire.seal;
