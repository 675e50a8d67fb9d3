"""Files as statistical yearbooks and data banks write them, with invented numbers. Made with openpyxl 3.1."""

import csv
import io
import json

from openpyxl import Workbook


def save(name, sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows, merged, *changes in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
        for change in changes:
            change(sheet)
    book.save(f"{name}.xlsx")


provinces = ["北京", "天津", "河北"]

# A sheet of notes first; a merged title; units; numbers as text with thousands and percent; notes below.
save(
    "eps",
    [
        ("说明", [["数据说明"], ["来源：EPS"]], []),
        (
            "数据",
            [
                ["分省年度数据", None, None, None, None],
                ["地区", "年份", "地区生产总值", "人口", "城镇化率"],
                [None, None, "亿元", "万人", "%"],
                ["北京", "2018", "33,106.0", "2192", "86.5%"],
                ["北京", "2019", "35,445.1", "2190", "86.6%"],
                ["天津", "2018", "13,362.9", "1383", "n.a."],
                ["天津", "2019", "14,055.5", "1385", ".."],
                ["注：数据来源于国家统计局", None, None, None, None],
                ["* 2019年为初步数", None, None, None, None],
            ],
            ["A1:E1"],
        ),
    ],
)

# Three rows of headings: codes, names, units.
save(
    "csmar",
    [
        (
            "CSMAR",
            [
                ["Prvcnm", "Sgnyea", "Epa0101", "Epa0102"],
                ["省份名称", "统计年度", "地区生产总值", "第一产业增加值"],
                ["没有单位", "没有单位", "亿元", "亿元"],
                ["北京市", "2018", "33106.00", "120.60"],
                ["上海市", "2018", "36011.80", "104.80"],
                ["广东省", "2018", "99945.20", "3836.40"],
            ],
            [],
        )
    ],
)

# Groups of headings over columns, and provinces over rows.
save(
    "groups",
    [
        (
            "Sheet1",
            [
                ["Province", "Year", "Output", None, "Employment", None],
                [None, None, "Agriculture", "Industry", "Agriculture", "Industry"],
                ["North", 2018, 12.5, 80.25, 3.5, 9.75],
                [None, 2019, 12.75, 82.5, 3.25, 10],
                ["South", 2018, 30, 41.5, 8, 4.5],
                [None, 2019, 31.5, 42, 7.75, 4.75],
            ],
            ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "A3:A4", "A5:A6"],
        )
    ],
)

# Years as columns, codes of missing values in the first row, a source below an empty row.
save(
    "years",
    [
        (
            "GRP",
            [
                ["Gross regional product, mil. EUR"],
                [],
                ["Region", "2015", "2016", "2017"],
                ["A", "n.a.", ":", "8 120"],
                ["B", "3 401", "3 522", "3 600"],
                ["C", ":", "1 458", "1 502"],
                [],
                ["Statistical office, 2018"],
            ],
            [],
        )
    ],
)

# Names of columns and rows of texts: nothing to find.
save(
    "texts",
    [
        (
            "Sheet1",
            [
                ["id", "name", "region"],
                ["007", "Ann", "North"],
                ["008", "Bob", "South"],
                ["009", "Cid", "North"],
            ],
            [],
        )
    ],
)


# A yearbook of China: a line of units, groups of headings, empty and hidden rows, footnote marks, dashes of several kinds.

def hide(s):
    s.row_dimensions[9].hidden = True
    s.column_dimensions['D'].hidden = True
save("nbs", [("目录", [["目 录"],["3-1 地区生产总值"],["3-2 人口"]], []),
 ("3-1", [
  ["3-1  地区生产总值（2021年）"],
  [None,None,None,None,None,"单位：亿元"],
  ["地  区","地区生产总值",None,None,"指数（上年=100）",None],
  [None,"绝对数","第一产业","第二产业","地区生产总值","第一产业"],
  ["全  国","1,143,670","83,086","450,904","108.4","107.1"],
  [None]*6,
  ["北  京","40,270 1)","111","7,269","108.8","102.8"],
  ["天  津","15,695","227*","5,854","106.6","102.7"],
  ["河  北","40,391","4,030","16,364","106.5","106.3"],
  [None]*6,
  ["西  藏","2,080","164","757","106.7","104.5"],
  ["香  港","...","—","—","-","－"],
  ["注：1)本表绝对数按当年价格计算。"],
  ["  2) * 为初步核算数。"],
 ], ["A1:F1","A3:A4","B3:D3","E3:F3","A13:F13"], hide)])

# Eurostat: lines of a key and a value above, years next to columns of flags, a legend below.
save("eurostat", [("Summary", [["Eurostat"],["Data extracted on 01/02/2024"],["Contents","","Description"],["Sheet 1","","GDP"]], []),
 ("Sheet 1", [
  ["Data extracted on 01/02/2024 10:00:00 from [ESTAT]"],
  ["Dataset:","Gross domestic product [nama_10r]"],
  ["Last updated:","31/01/2024"],
  [],
  ["Time frequency","","Annual"],
  ["Unit of measure","","Million euro"],
  [],
  ["TIME","2018",None,"2019",None,"2020",None],
  ["GEO (Labels)"],
  ["Belgium","460,092.0",None,"478,645.0","b","460,747.7","p"],
  ["Bulgaria","56,224.1",None,"61,558.5",None,":",None],
  ["Czechia","210,970.5","e","225,613.5",None,"215,805.4",None],
  [],
  ["Special value"],
  [":","not available"],
  ["Observation flags:"],
  ["b","break in time series"],
 ], [])])

# An office of the United States: a sheet of notes with numbers first, dollars, (D) and (NA), footnotes by number.
save("census", [("Notes",[["Table","Description"],["1","Income"],["2","Poverty"]],[]),
 ("Table 1",[
  ["Table 1. Personal Income by State"],
  ["[Millions of dollars, seasonally adjusted]"],
  ["State","FIPS","2019 r/","2020","Percent change"],
  ["Alabama","01","$216,944.5","$231,012.3","6.5%"],
  ["Alaska","02","$45,661.0","$46,430.9","1.7%"],
  ["Arizona 1/","04","$333,021.1","(NA)","(X)"],
  ["Arkansas","05","$135,166.0","(D)","-2.1%"],
  ["United States","00","$730,792.6","$277,443.2","(1.2%)"],
  ["r Revised"],
  ["1/ Includes tribal areas."],
  ["SOURCE: U.S. Census Bureau"],
 ],["A1:E1","A2:E2"])])

# CSMAR: codes with leading zeros, dates as text, numbers and texts in one column.
save("stocks", [("Sheet1",[
  ["Stkcd","Accper","Typrep","A001000000","B001100000"],
  ["证券代码","会计期间","报表类型编码","资产总计","营业总收入"],
  ["没有单位","没有单位","没有单位","元","元"],
  ["000001","2020-12-31","A","4468514000000.00","153542000000"],
  ["000002","2020-12-31","A",1869177094005.55,"419111677714.12"],
  ["000004","2020-12-31","A","1,391,001,133.02",None],
  ["600000","2020-12-31","A","",""],
 ],[])])

# EPS: a series in each row, years as columns, a word for missing.
save("series", [("EPS",[
  ["中国区域经济数据库"],
  ["指标","地区","单位","2018年","2019年","2020年"],
  ["GDP","北京","亿元","33106.0","35445.1","36102.6"],
  ["GDP","天津","亿元","13362.9","14055.5","14083.7"],
  ["人口","北京","万人","2192","2190","2189 *"],
  ["人口","天津","万人","1383","1385","缺失"],
  ["数据来源：EPS数据平台","","","","",""],
 ],["A1:F1"])])

rows=[["2020年分省统计"],["地区","年份","生产总值(亿元)","增速"],["北京","2020","36,102.6","1.2%"],["天津","2020","14,083.7","1.5%"],["合计","2020","50,186.3","－"],["注：初步数"]]
buf=io.StringIO(); csv.writer(buf).writerows(rows); open("chinese.csv","wb").write(buf.getvalue().encode("gb18030"))
json.dump([{"地区":"北京","年份":"2020","产值":"36,102.6","增速":"1.2%"},{"地区":"天津","年份":"2020","产值":"14,083.7 1)","增速":"n.a."},{"地区":"河北","年份":"2020","产值":"..","增速":"-0.5%"}],open("rows.json","w"),ensure_ascii=False)
