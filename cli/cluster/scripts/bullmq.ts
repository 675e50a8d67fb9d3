/** A queue: workers compute the parts, and this script waits for them and merges. */
import type { Plan } from '../plan-file.js';
import type { Script } from './script.js';

export function bullmqScripts({ command }: Plan): Script[] {
  const result = command.includes('--json') ? 'result.json' : 'result.txt';
  const text = `#!/bin/sh
# REDIS_URL=redis://host:6379 sh run.sh
# Arguments go to wasmetrics run: sh run.sh --store folder:/shared
# Workers, on any machines: REDIS_URL=redis://host:6379 wasmetrics worker
cd "$(dirname "$0")" || exit 1
\${WASMETRICS:-wasmetrics} run . --redis "$@" &&
  \${WASMETRICS:-wasmetrics} merge . > ${result}.tmp && mv ${result}.tmp ${result}
`;
  return [{ name: 'run.sh', text, start: 'REDIS_URL=redis://host:6379 sh run.sh' }];
}
