// The few words that a report adds to what its shapes say.
#pragma once

#include "casus/base/text.hpp"

namespace casus::report::words {

inline Text const contents{"Contents", "目录"};
inline Text const sources{"Sources", "资料来源"};
inline Text const manifest{"How this was made", "生成记录"};
inline Text const interval{"90 % interval", "90% 区间"};
inline Text const skip{"Skip to the text", "跳到正文"};

inline Text const mean{"Mean", "均值"};
inline Text const plain_mean{"unweighted mean of the row", "该行的简单平均"};
inline Text const sort_rows{"Sort rows by", "排序依据"};
inline Text const as_given{"order given", "原有顺序"};
inline Text const reverse{"Reverse", "反向"};
inline Text const as_table{"The same as a table", "以表格查看"};
inline Text const interval_hint{"Point at a cell for its interval.", "指向单元格可见区间。"};
inline Text const hover_hint{"Point at a cell for its interval; select it for the reasoning behind it.",
                             "指向单元格可见区间，点选可见其推导。"};
inline Text const actor{"Actor", "行为体"};
inline Text const value{"Value", "数值"};
inline Text const panel{"Panel", "图"};
inline Text const line{"Line", "曲线"};
inline Text const curves_hint{"Point at a panel, or select it and use the arrow keys, for its values.",
                              "指向各图或选中后按方向键，可见其数值。"};
inline Text const axis_from_to{"{} from {} to {}; {} from {} (▁) to {} (█)", "{}自 {} 至 {}；{}自 {}（▁）至 {}（█）"};
inline Text const from{"From", "自"};
inline Text const to{"To", "至"};
inline Text const kind{"Kind", "种类"};
inline Text const weight{"Weight", "权重"};
inline Text const added{"Added", "新增"};
inline Text const is_added{"added", "新增"};
inline Text const yes{"yes", "是"};
inline Text const comma{", ", "、"};
inline Text const colon{": ", "："};
inline Text const thickness{"thickness of a line", "线的粗细"};
inline Text const area{"area of a mark", "标记面积"};
inline Text const group{"Group", "组别"};
inline Text const size{"Size", "大小"};
inline Text const panel_of_edges{"{} · edges: {}, added: {}", "{} · 边：{} 条，新增：{} 条"};
inline Text const number_of_edges{"{} edges", "{} 条边"};
inline Text const as_before{"edges as in “{1}”: {0}", "与“{1}”相同的边：{0} 条"};
inline Text const gone{"edges of “{1}” that are gone or changed: {0}", "“{1}”中已消失或改变的边：{0} 条"};
inline Text const network_hint{"Point at a node, or select it and move with the arrow keys, for its edges.",
                               "指向节点，或选中后按方向键移动，可见其各边。"};
inline Text const point{"Point", "点"};
inline Text const frontier{"Frontier", "前沿"};
inline Text const on_frontier{"on the frontier", "位于前沿"};
inline Text const reference{"Reference", "参照"};
inline Text const is_reference{"reference point", "参照点"};
inline Text const standing{"Standing", "属性"};
inline Text const better{"better", "更优"};
inline Text const remark{"Remark", "说明"};
inline Text const scatter_hint{"Point at a mark, or select it and move with the arrow keys, for its values.",
                               "指向标记，或选中后按方向键移动，可见其数值。"};
inline Text const not_applicable{"not applicable", "不适用"};

inline Text const term{"Term", "项"};
inline Text const how_and_source{"How it comes about, and its source", "算法与来源"};
inline Text const close{"Close", "关闭"};
inline Text const ledgers_behind{"{} ledgers stand behind these cells. To read one: casus explain CASE {}",
                                 "以上单元格背后有 {} 份分项账。查看其一：casus explain CASE {}"};

inline Text const program{"Program", "程序"};
inline Text const verb{"Verb", "命令"};
inline Text const compiler{"Compiler", "编译器"};
inline Text const case_file{"Case", "案例"};
inline Text const parameters{"Parameters", "参数"};
inline Text const seed{"Seed", "随机种子"};
inline Text const draws{"Draws", "抽样次数"};

} // namespace casus::report::words
