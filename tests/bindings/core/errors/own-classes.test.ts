/** Classes of users that extend those of the library. */
import { expect, test } from 'vitest';
import { EconError, InputError } from 'wasmetrics';
import { errorText } from 'wasmetrics/report';

class SurveyError extends InputError {
  override readonly name = 'SurveyError';
  constructor(readonly wave: number) {
    super({ id: 'survey-wave', detail: { wave }, text: `there is no wave ${wave}` }, 'survey');
  }
}

test('are told as errors of the library are', () => {
  const error = new SurveyError(3);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toBeInstanceOf(EconError);
  expect(error).toMatchObject({ code: 'survey-wave', exitCode: 3, detail: { wave: 3 } });
  expect(error.line).toBe('survey: there is no wave 3');
  expect(errorText(error)).toBe('survey: there is no wave 3');
});

test('keep their class and name when they are told again', () => {
  const again = new SurveyError(3).retold({ of: 'file' });
  expect(again).toBeInstanceOf(SurveyError);
  expect(again).toMatchObject({ name: 'SurveyError', message: 'file: there is no wave 3' });
});
