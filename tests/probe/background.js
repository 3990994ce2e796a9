// Content scripts cannot load axe-core on demand by themselves.

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message.load !== 'axe') return false;
  const target = { tabId: sender.tab.id, frameIds: [sender.frameId] };
  chrome.scripting.executeScript({ target, files: ['axe.js'] }).then(() => answer(true));
  return true;
});
