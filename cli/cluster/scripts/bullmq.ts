/** A queue: workers compute the parts, and this script waits for them and merges. */
import type { Plan } from '../plan-file.js';
import { mergeArguments, type Script } from './script.js';

export function bullmqScripts({ command }: Plan, out?: string): Script[] {
  const result = command.includes('--json') ? 'result.json' : 'result.txt';
  const text = `#!/bin/sh
# REDIS_URL=redis://host:6379 WASMETRICS_QUEUE_KEY=... sh run.sh
# Arguments go to wasmetrics run: sh run.sh --store folder:/shared
# Workers, on any machines, with the same two variables: wasmetrics worker
# A key: openssl rand -hex 32. Without one, both take --trust-queue, if nobody else reaches the server.
cd "$(dirname "$0")" || exit 1
\${WASMETRICS:-wasmetrics} run . --redis "$@" &&
  \${WASMETRICS:-wasmetrics} merge ${mergeArguments('.', out)} > ${result}.tmp && mv ${result}.tmp ${result}
`;
  return [
    {
      name: 'run.sh',
      text,
      start: 'REDIS_URL=redis://host:6379 WASMETRICS_QUEUE_KEY=... sh run.sh',
    },
  ];
}
