/** Words about what can be done with a model, in Chinese. */
import { bootstrap } from './bootstrap.js';
import { checks } from './checks.js';
import { claims } from './claims.js';
import { collect } from './collect.js';
import { curve } from './curve.js';
import { figures } from './figures.js';
import { provenance } from './provenance.js';
import { running } from './running.js';

export const workbench = {
  bootstrap,
  checks,
  claims,
  collect,
  curve,
  figures,
  provenance,
  running,
};
