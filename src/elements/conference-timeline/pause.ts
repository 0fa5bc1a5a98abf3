/** How long work on many events may go on at a time, ms: a reader's click then waits no longer than a frame. */
const SLICE = 8;

/** Gives what is to be awaited now and then in long work: it lets the page do what is due. */
export function pause(): () => Promise<void> | void {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < SLICE) return;
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        begun = performance.now();
        done();
      };
      port2.postMessage(0);
    });
  };
}
