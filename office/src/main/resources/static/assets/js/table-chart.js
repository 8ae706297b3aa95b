// Draws a table of the page as bars, and shares of one as lines; the table says the same in words.
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const number = (cell) => {
  const text = cell.dataset.value ?? cell.textContent;
  return text === "" ? null : Number(text);
};

const read = (table, newestFirst) => {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.tBodies[0].rows];
  if (newestFirst) rows.reverse();
  return {
    names: rows.map((row) => row.cells[0].dataset.name ?? row.cells[0].innerText.trim()),
    series: heads
      .map((head, i) => ({ head, values: rows.map((row) => number(row.cells[i + 1])) }))
      .filter(({ head }) => !head.dataset.skip)
      .map(({ head, values }) => ({
        name: head.textContent,
        tone: head.dataset.tone,
        line: "line" in head.dataset,
        values,
      })),
  };
};

const options = (place, { names, series }) => {
  const ink = colour("--ink-2");
  const days = place.dataset.chart === "days";
  const category = {
    type: "category",
    data: days ? names.map((day) => day.slice(5)) : names,
    inverse: !days,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour("--line-strong") } },
    axisLabel: { color: ink, hideOverlap: true },
  };
  const asked = series.at(-1).values;
  const value = {
    type: "value",
    max: days ? undefined : 1.5 * Math.max(...asked),
    minInterval: 1,
    splitLine: { lineStyle: { color: colour("--line") } },
    axisLabel: { color: ink },
  };
  const lines = series.filter(({ line }) => line).flatMap(({ values }) => values);
  const share = {
    type: "value",
    min: Math.min(0, ...lines),
    max: 1,
    splitLine: { show: false },
    axisLabel: { color: ink },
  };
  return {
    animation: false,
    aria: { enabled: true, decal: { show: true } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: ink } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      axisPointer: { type: "shadow" },
      backgroundColor: colour("--surface"),
      borderColor: colour("--line-strong"),
      textStyle: { color: colour("--ink") },
    },
    xAxis: days ? category : value,
    yAxis: days ? (lines.length ? [value, share] : value) : category,
    series: series.map(({ name, tone, line, values }) => ({
      name,
      type: line ? "line" : "bar",
      yAxisIndex: line ? 1 : 0,
      stack: days && !line ? "all" : undefined,
      itemStyle: { color: colour(tone) },
      data: values,
    })),
  };
};

for (const place of document.querySelectorAll("[data-chart]")) {
  const data = read(document.getElementById(place.dataset.table), "newestFirst" in place.dataset);
  const chart = echarts.init(place);
  const draw = () => chart.setOption(options(place, data));
  draw();
  addEventListener("resize", () => chart.resize());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
