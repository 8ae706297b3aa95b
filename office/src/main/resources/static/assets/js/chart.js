// Draws exchanges over time by outcome; the table below the chart says the same in words.
const REFRESH_MILLIS = 5000;
const place = document.getElementById("bars");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const tones = { delivered: "--brand", blocked: "--block", refused: "--refuse", failed: "--fail" };

const options = (data) => {
  const ink = colour("--ink-2");
  const outcomes = Object.keys(tones);
  return {
    animation: false,
    aria: { enabled: true, label: { description: place.dataset.label }, decal: { show: true } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: ink } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      axisPointer: { type: "shadow" },
      backgroundColor: colour("--surface"),
      borderColor: colour("--line-strong"),
      textStyle: { color: colour("--ink") },
    },
    xAxis: {
      type: "category",
      data: data.starts,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("--line-strong") } },
      axisLabel: { color: ink, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      minInterval: 1,
      splitLine: { lineStyle: { color: colour("--line") } },
      axisLabel: { color: ink },
    },
    series: outcomes.map((outcome) => ({
      name: place.dataset[outcome],
      type: "bar",
      stack: "all",
      barCategoryGap: "25%",
      itemStyle: { color: colour(tones[outcome]) },
      data: data[outcome],
    })),
  };
};

if (place) {
  const chart = echarts.init(place);
  let data;
  const draw = () => data && chart.setOption(options(data));
  const load = async () => {
    const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
    const reply = await fetch(place.dataset.source, { headers });
    if (reply.ok && !reply.redirected) {
      data = await reply.json();
      draw();
    }
  };
  const poll = () => load().catch(() => document.body.classList.add("is-lost"));
  poll();
  setInterval(poll, REFRESH_MILLIS);
  addEventListener("resize", () => chart.resize());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
