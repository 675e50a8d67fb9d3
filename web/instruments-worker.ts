import { EconError, fitModel, instruments } from 'wasmetrics';
import type { Answer, Question } from './instruments.js';

async function answerTo({ model, table }: Question): Promise<Answer> {
  try {
    return { report: await instruments(await fitModel(table, model)) };
  } catch (error) {
    if (error instanceof EconError) return { told: error.told, telling: error.telling };
    throw error;
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answerTo(data).then((answer) => postMessage(answer), reportError);
});
