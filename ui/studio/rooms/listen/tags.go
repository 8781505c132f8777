package listen

// LongestTags bounds what can be typed of a preset's tags, in code points.
const LongestTags = 500
