/**
 * gretl's `dpanel` as a peer, through the commands that gretlcli reads from its input. One call of `solve` is a loop of
 * `FITS` fits inside gretl, so that neither its start nor the conversation is in the time of a fit.
 */
import { oneThread, startConversation } from './conversation.js';
import type { Peer } from './peer.js';

export const FITS = 50;

const ANSWER = 'answer ';

/** Opens a panel of `[unit, time]` for fits of one `dpanel` command; undefined where gretl is absent. */
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
