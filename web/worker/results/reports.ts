/** What is known of an estimate. The code of reports is loaded with the first question. */
import type { ModelInput } from 'wasmetrics';
import type { ExplanationAsked, Provenance } from '../../engine/questions/reports.js';
import { dataHash } from '../data-hash.js';
import { fitted } from './fits.js';

export async function report(model: ModelInput) {
  const { documentOf } = await import('wasmetrics/report');
  return documentOf(await fitted(model), { form: 'full' });
}

export async function provenance(model: ModelInput): Promise<Provenance> {
  const { resultHash } = await import('wasmetrics/report');
  return { resultHash: resultHash(await fitted(model)), dataHash: await dataHash() };
}

export async function explain({ code, language }: ExplanationAsked) {
  const { explainIn } = await import('wasmetrics/report');
  return explainIn(code, language);
}
