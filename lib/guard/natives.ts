/** Property of a prototype, as a function of the object. */
const getterOf = <Result>(prototype: object, name: string): ((self: unknown) => Result) => {
  const { apply } = Reflect;
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`no ${name}`);
  return (self) => apply(get, self, []);
};

const methodOf = <This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): ((self: This, ...args: Args) => Result) => {
  const { apply } = Reflect;
  return (self, ...args) => apply(method, self, args);
};

/**
 * The page's own functions as they were before its first script. Whatever the page does to its world afterwards, the
 * guard goes on with these.
 */
export const captureNatives = () => ({
  apply: Reflect.apply,
  Proxy,
  defineProperty: Object.defineProperty,
  getOwnPropertyDescriptor: Object.getOwnPropertyDescriptor,
  Promise,
  chain: methodOf(Promise.prototype.then) as <Value>(
    promise: Promise<Value>,
    onValue: (value: Value) => Value,
    onError: (error: unknown) => never,
  ) => Promise<Value>,
  parse: JSON.parse,
  stringify: JSON.stringify,
  includes: methodOf(String.prototype.includes) as (text: string, part: string) => boolean,
  toUpperCase: methodOf(String.prototype.toUpperCase),
  setInterval: window.setInterval.bind(window),
  clearInterval: window.clearInterval.bind(window),

  CustomEvent,
  DOMException,
  dispatch: methodOf(EventTarget.prototype.dispatchEvent),
  listen: methodOf(EventTarget.prototype.addEventListener),
  unlisten: methodOf(EventTarget.prototype.removeEventListener),
  preventDefault: methodOf(Event.prototype.preventDefault),
  detailOf: getterOf<unknown>(CustomEvent.prototype, 'detail'),

  URL,
  hrefOf: getterOf<string>(URL.prototype, 'href'),
  pathnameOf: getterOf<string>(URL.prototype, 'pathname'),
  searchOf: getterOf<string>(URL.prototype, 'search'),
  baseOf: getterOf<string>(Node.prototype, 'baseURI'),

  Request,
  methodOfRequest: getterOf<string>(Request.prototype, 'method'),
  urlOfRequest: getterOf<string>(Request.prototype, 'url'),
  signalOf: getterOf<AbortSignal>(Request.prototype, 'signal'),
  isAborted: getterOf<boolean>(AbortSignal.prototype, 'aborted'),
  cloneRequest: methodOf(Request.prototype.clone),
  textOfRequest: methodOf(Request.prototype.text),
  cloneResponse: methodOf(Response.prototype.clone),
  statusOf: getterOf<number>(Response.prototype, 'status'),
  bodyOf: getterOf<ReadableStream<Uint8Array> | null>(Response.prototype, 'body'),
  getReader: methodOf(ReadableStream.prototype.getReader) as (
    stream: ReadableStream<Uint8Array>,
  ) => ReadableStreamDefaultReader<Uint8Array>,
  read: methodOf(ReadableStreamDefaultReader.prototype.read),
  cancel: methodOf(ReadableStreamDefaultReader.prototype.cancel),

  TextDecoder,
  decode: methodOf(TextDecoder.prototype.decode),
  isView: ArrayBuffer.isView,
  byteLengthOf: getterOf<number>(ArrayBuffer.prototype, 'byteLength'),
  sizeOfBlob: getterOf<number>(Blob.prototype, 'size'),
  textOfBlob: methodOf(Blob.prototype.text),
  URLSearchParams,
  append: methodOf(URLSearchParams.prototype.append),
  textOfParams: methodOf(URLSearchParams.prototype.toString),
  forEachField: methodOf(FormData.prototype.forEach),

  WeakMap,
  getFrom: methodOf(WeakMap.prototype.get),
  setIn: methodOf(WeakMap.prototype.set),
  deleteFrom: methodOf(WeakMap.prototype.delete),
  statusOfXhr: getterOf<number>(XMLHttpRequest.prototype, 'status'),
  responseTypeOf: getterOf<string>(XMLHttpRequest.prototype, 'responseType'),
  responseTextOf: getterOf<string>(XMLHttpRequest.prototype, 'responseText'),
  responseOf: getterOf<unknown>(XMLHttpRequest.prototype, 'response'),
});

export type Natives = ReturnType<typeof captureNatives>;
