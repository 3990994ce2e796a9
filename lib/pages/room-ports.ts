import type { RoomPorts } from '#components/log/room-contract.ts';

/** Asked from a page: in Chromium a worker has no such question. */
export const createRoomPorts = (): RoomPorts => ({
  async read() {
    const isPromised = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage, most: quota, isPromised };
  },
});
