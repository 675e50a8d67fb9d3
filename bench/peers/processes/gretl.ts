/**
 * gretl's `dpanel` as a peer, through commands on the input of gretlcli. One call of `solve` is a loop of `FITS` fits in
 * gretl, so the time of a fit includes neither its start nor the communication.
 */
import { oneThread, startConversation } from './conversation.js';
import type { Peer } from './peer.js';

export const FITS = 50;

const ANSWER = 'answer ';

/** Opens a panel of `[unit, time]` for fits of one `dpanel` command; undefined if gretl is not installed. */
export async function startGretl(
  file: string,
  [unit, time]: readonly [string, string],
  command: string,
): Promise<Peer | undefined> {
  const { say, hear, end } = startConversation('gretlcli', ['-q'], oneThread);
  const program = await hear();
  if (program === undefined) return undefined;
  say(`set verbose off\nopen "${file}" --quiet --preserve\nsetobs ${unit} ${time} --panel-vars\n`);
  return {
    program,
    async solve() {
      say(loop(command));
      for (;;) {
        const line = await hear();
        if (line === undefined) throw new Error('gretlcli: expected an answer, found its end');
        if (line.startsWith(ANSWER)) return line.slice(ANSWER.length).trim().split(' ').map(Number);
      }
    },
    stop: end,
  };
}

/** The fits, then one line of the coefficients and their standard errors. */
function loop(command: string): string {
  return `loop ${FITS} --quiet
${command} --quiet
endloop
matrix b = $coeff | $stderr
string s = ""
loop i = 1..rows(b) --quiet
s = sprintf("%s %.17g", s, b[i])
endloop
printf "${ANSWER}%s\\n", s
`;
}
