/** What is known of an estimate. */
import type { ModelInput } from 'wasmetrics';
import { documentOf, explainIn, resultHash } from 'wasmetrics/report';
import type { ExplanationRequest, Provenance } from '../../engine/questions/reports.js';
import { dataHash } from '../data/hash.js';
import { fitted } from './fits.js';

export async function report(model: ModelInput) {
  return documentOf(await fitted(model), { form: 'full' });
}

export async function provenance(model: ModelInput): Promise<Provenance> {
  return { resultHash: resultHash(await fitted(model)), dataHash: await dataHash() };
}

export async function explain({ code, language }: ExplanationRequest) {
  return explainIn(code, language);
}
