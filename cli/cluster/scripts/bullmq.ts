/** A queue: workers compute the parts, and this script waits for them and merges. */
import type { Plan } from '../plan-file.js';
import {
  callProgram,
  lines,
  mergeLines,
  type Script,
  folderLine,
  type ScriptSettings,
} from './script.js';

export function bullmqScripts(plan: Plan, settings: ScriptSettings): Script[] {
  const text = lines([
    '#!/bin/sh',
    '# REDIS_URL=redis://host:6379 WASMETRICS_QUEUE_KEY=... sh run.sh',
    '# Arguments go to wasmetrics run: sh run.sh --store folder:/shared',
    '# Workers, on any machines, with the same two variables: wasmetrics worker',
    '# A key: openssl rand -hex 32. Without one, both take --trust-queue, if nobody else reaches the server.',
    folderLine,
    ...settings.prelude,
    'set -- run . --redis "$@"',
    `${callProgram} || exit`,
    mergeLines(plan, settings),
  ]);
  return [
    {
      name: 'run.sh',
      text,
      start: 'REDIS_URL=redis://host:6379 WASMETRICS_QUEUE_KEY=... sh run.sh',
    },
  ];
}
