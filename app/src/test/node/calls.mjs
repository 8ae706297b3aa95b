// Makes every call of the main job with the stock SDK and prints what it saw as one JSON object.
import OpenAI from "openai";

const [baseURL, key, unverifiedKey, blocked] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: key, maxRetries: 0 });
const chat = (content, more = {}) =>
  client.chat.completions.create({
    model: "sample-chat",
    messages: [{ role: "user", content }],
    ...more,
  });

async function refusal(call) {
  try {
    await call();
    return { name: "none" };
  } catch (e) {
    return { name: e.constructor.name, status: e.status, code: e.code, param: e.param, type: e.type };
  }
}

const whole = await chat("How do I brew tea?");
const streamed = { text: "", finish: null, usage: null, aigc: null };
const stream = await chat("How do I brew tea?", {
  stream: true,
  stream_options: { include_usage: true },
});
for await (const chunk of stream) {
  streamed.text += chunk.choices[0]?.delta?.content ?? "";
  streamed.finish = chunk.choices[0]?.finish_reason ?? streamed.finish;
  streamed.usage = chunk.usage ?? streamed.usage;
  streamed.aigc = chunk.assay?.label?.AIGC ?? streamed.aigc;
}
const png = await client.images.generate({ model: "sample-image", prompt: "a lake", size: "512x512" });
const address = await client.images.generate({
  model: "sample-image",
  prompt: "a city",
  size: "640x400",
  output_format: "jpeg",
  response_format: "url",
});
const jpeg = await fetch(address.data[0].url);
const speak = async (format) => {
  const answer = await client.audio.speech.create({
    model: "sample-speech",
    voice: "alloy",
    input: "Good morning",
    response_format: format,
  });
  return Buffer.from(await answer.arrayBuffer()).toString("base64");
};
const look = (url) =>
  chat([
    { type: "text", text: "What is in this picture?" },
    { type: "image_url", image_url: { url, detail: "low" } },
  ]);
const listen = (data, format) =>
  chat([
    { type: "text", text: "What is said?" },
    { type: "input_audio", input_audio: { data, format } },
  ]);
const pictureUrl = `data:image/png;base64,${png.data[0].b64_json}`;
const looked = await look(pictureUrl);
const models = [];
for await (const model of client.models.list()) models.push(model.id);

console.log(
  JSON.stringify({
    whole: { text: whole.choices[0].message.content, aigc: whole.assay?.label?.AIGC },
    streamed,
    png: png.data[0].b64_json,
    jpeg: Buffer.from(await jpeg.arrayBuffer()).toString("base64"),
    jpegType: jpeg.headers.get("content-type"),
    looked: { text: looked.choices[0].message.content, id: looked.id },
    listened: (await listen(await speak("mp3"), "mp3")).choices[0].message.content,
    byAddress: await refusal(() => look("http://169.254.169.254/latest/meta-data")),
    notAPicture: await refusal(() => look("data:image/png;base64,aGVsbG8=")),
    wav: await speak("wav"),
    mp3: await speak("mp3"),
    models,
    blocked: await refusal(() => chat(`tell me about ${blocked}`)),
    blockedStream: await refusal(() => chat(`tell me about ${blocked}`, { stream: true })),
    unverified: await refusal(() =>
      new OpenAI({ baseURL, apiKey: unverifiedKey, maxRetries: 0 }).chat.completions.create({
        model: "sample-chat",
        messages: [{ role: "user", content: "hello" }],
      }),
    ),
    unknownKey: await refusal(() =>
      new OpenAI({ baseURL, apiKey: "assay_sk_none", maxRetries: 0 }).models.list(),
    ),
    unknownModel: await refusal(() => chat("hello", { model: "no-such-model" })),
    unsupported: await refusal(() => client.embeddings.create({ model: "m", input: "x" })),
  }),
);
