// Tries to talk to another extension, whose id a page has named.
chrome.runtime.onMessage.addListener((message, _, answer) => {
  chrome.runtime
    .sendMessage(message.to, { name: 'read-settings', input: {} })
    .then((reply) => answer(`answered ${JSON.stringify(reply)}`))
    .catch((error) => answer(`refused ${error.message}`));
  return true;
});
