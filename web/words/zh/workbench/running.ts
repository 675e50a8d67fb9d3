/** Words about work that takes a while, in Chinese. */
import type { Words } from '../../en/index.js';

export const running: Words['running'] = {
  stop: '停止',
  progress: '进度',
  done: (done, total) => `${done} / ${total}`,
  left: (seconds) => `剩余 ${seconds} 秒`,
  started: '已开始。',
  stopped: '已停止。',
  ended: '已完成。',
  outdated: '模型已更改，此结果属于更改前的模型。',
};
