/** Words about work that takes a while, in English. */
export const running = {
  stop: 'Stop',
  progress: 'Progress',
  done: (done: string, total: string) => `${done} of ${total}`,
  left: (seconds: string) => `${seconds} s left`,
  started: 'Started.',
  stopped: 'Stopped.',
  ended: 'Done.',
  outdated: 'The model has changed since; this is about the model before.',
};
