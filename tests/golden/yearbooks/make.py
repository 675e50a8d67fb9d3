"""Workbooks as statistical yearbooks and data banks write them, with invented numbers. Made with openpyxl 3.1."""

from openpyxl import Workbook


def save(name, sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows, merged in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
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
