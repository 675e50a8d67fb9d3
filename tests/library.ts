/** The names of all entry points together, for tests that go through them. */
export * from 'wasmetrics';
export * from 'wasmetrics/audit';
export * from 'wasmetrics/bundle';
export * from 'wasmetrics/data';
export * from 'wasmetrics/interchange';
export * from 'wasmetrics/jobs';
export * from 'wasmetrics/report';
export * from 'wasmetrics/study';
export type * from 'wasmetrics/types';
