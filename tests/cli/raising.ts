/** Signals that a process raises itself, so that no test depends on when another process looks at it. */

/** When the process raises its signal. */
export type Moment =
  /** Once its standard error matches. */
  | { readonly prints: RegExp }
  /** Once it has made a temporary folder whose path matches. */
  | { readonly makes: RegExp }
  /** Once it has added to a file whose path matches for the second time. */
  | { readonly adds: RegExp };

/** Options of Node for a process that raises a signal; `again` raises it a second time as soon as the first was heard. */
export function raising(signal: NodeJS.Signals, moment: Moment, again = false): string[] {
  const script = `
    import { isMainThread } from 'node:worker_threads';
    import { promises } from 'node:fs';
    const raise = () => process.kill(process.pid, '${signal}');
    ${again ? `process.once('${signal}', () => setImmediate(raise));` : ''}
    if (isMainThread) { ${watching(moment)} }`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

function watching(moment: Moment): string {
  if ('prints' in moment) return whenPrinted(moment.prints);
  return 'makes' in moment ? whenMade(moment.makes) : whenAdded(moment.adds);
}

const whenPrinted = (pattern: RegExp) => `
  const { stderr } = process;
  const { write } = stderr;
  let text = '';
  stderr.write = (...args) => {
    text += args[0];
    if (${String(pattern)}.test(text)) {
      stderr.write = write;
      raise();
    }
    return write.apply(stderr, args);
  };`;

const whenMade = (pattern: RegExp) => `
  const { mkdtemp } = promises;
  promises.mkdtemp = async (...args) => {
    const path = await mkdtemp(...args);
    if (${String(pattern)}.test(path)) raise();
    return path;
  };`;

const whenAdded = (pattern: RegExp) => `
  const { open } = promises;
  promises.open = async (path, ...args) => {
    const file = await open(path, ...args);
    if (!${String(pattern)}.test(path)) return file;
    const { appendFile } = file;
    let times = 0;
    file.appendFile = async (...parts) => {
      await appendFile.apply(file, parts);
      if (++times === 2) raise();
    };
    return file;
  };`;
