/** The checks that run, or have run, whichever tab is open. */
import { taskOf } from '../engine/task.js';

export const tasks = {
  groups: taskOf('groups'),
  influence: taskOf('influence'),
  weak: taskOf('weak'),
  power: taskOf('power'),
  instruments: taskOf('instruments'),
} as const;
