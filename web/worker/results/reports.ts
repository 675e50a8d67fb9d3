/** What is known of an estimate, and what the library says, in a language. */
import { InputError, type ModelInput } from 'wasmetrics';
import { documentIn, errorText, explainIn, resultHash, warningText } from 'wasmetrics/report';
import type { Warning } from 'wasmetrics';
import type {
  DocumentRequest,
  ExplanationRequest,
  Provenance,
  ReportRequest,
  SentenceRequest,
} from '../../engine/questions/reports.js';
import { dataHash } from '../data/hash.js';
import { fitted } from './fits.js';

export async function report({ model, language }: ReportRequest) {
  return documentIn(await fitted(model), language, { form: 'full' });
}

export const document = ({ result, language }: DocumentRequest) =>
  documentIn(result, language, { form: 'full' });

export function sentence({ said, language }: SentenceRequest): string {
  const { told, telling } = said;
  if (told === undefined) return warningText(said as Warning, { language, prefix: false });
  return errorText(new InputError(told as never, telling), { language });
}

export async function provenance(model: ModelInput): Promise<Provenance> {
  return { resultHash: resultHash(await fitted(model)), dataHash: await dataHash() };
}

export async function explain({ code, language }: ExplanationRequest) {
  return explainIn(code, language);
}
