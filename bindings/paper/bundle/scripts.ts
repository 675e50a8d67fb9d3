/** The commands of a bundle as scripts, its license and its log. */
import { visibleLine } from '../../words/text/visible.js';
import type { BundleFacts, RunRecord } from './facts.js';
import { commandsOf } from './readme/commands.js';
import { duration, size } from './readme/words.js';

/** Node.js from this version on runs the engine. */
const NODE = '20.19';

/** Replaces the commands of a study whose name Windows does not allow. */
const noBatch =
  'echo Windows does not allow the name of the study. Run sh run.sh instead. & exit /b 1';

export function scripts(facts: BundleFacts): Readonly<Record<string, string>> {
  const { run, verify, runInBatch } = commandsOf(facts);
  const wanted = `Node.js ${NODE} or newer is needed: https://nodejs.org`;
  const check = `node -e "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)"`;
  return {
    'setup.sh': `#!/bin/sh
# Checks that Node.js is installed. Nothing else is needed, and nothing is installed.
${check} || { echo "${wanted}" >&2; exit 1; }
node --version
node engine/wasmetrics.js --version
`,
    'run.sh': `#!/bin/sh
# Makes all tables, figures and numbers in rerun/, and compares them with outputs/.
cd "$(dirname "$0")" || exit 1
sh setup.sh || exit 1
${run}
${verify}
`,
    'run.cmd': [
      '@echo off',
      'rem Makes all tables, figures and numbers in rerun, and compares them with outputs.',
      'cd /d "%~dp0"',
      `where node >nul 2>nul || (echo ${wanted} & exit /b 1)`,
      ...(runInBatch === undefined ? [noBatch] : [runInBatch, verify]),
      '',
    ].join('\r\n'),
  };
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** A proposal that the author confirms: MIT for code, CC BY 4.0 for data and text, as the data editors suggest. */
export function licenseText({ data }: BundleFacts): string {
  const files = data
    .map(({ path, synthetic }) => `  ${synthetic ?? path}`)
    .map(visibleLine)
    .join('\n');
  return `TODO: this is a proposal. Confirm or replace it, and delete this line.

1. Code: study file, templates and scripts. The MIT License.

Copyright (c) TODO (year and authors)

${mit}
2. Data, documentation and outputs. Creative Commons Attribution 4.0 International (CC BY 4.0),
https://creativecommons.org/licenses/by/4.0/legalcode

TODO: data of others keep the license of their provider. Name it for each file:
${files}

3. engine/ holds wasmetrics under the MIT License, and the packages that engine/LICENSES.txt lists under theirs.
`;
}

/** The log of a run: what ran, on what, and what came of it. */
export function logText(facts: BundleFacts, record: RunRecord, printed: string): string {
  const { engine, study } = facts;
  return `${record.started}  ${engine.name} ${engine.version} runs ${visibleLine(study)} with Node.js ${record.node} on ${record.system}
${printed.trimEnd()}

${record.ended}  done after ${duration(record.seconds)}, with at most ${size(record.peakBytes)} of memory
`;
}
