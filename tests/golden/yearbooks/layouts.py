"""Files in the layouts of data offices, with invented numbers."""


def w(name, text, encoding="utf-8"):
    with open(f"layouts/{name}", "wb") as file:
        file.write(text.encode(encoding))


# WDI zip csv
w("wdi.csv", '''\ufeff"Data Source","World Development Indicators",

"Last Updated Date","2024-01-10",

"Country Name","Country Code","Indicator Name","Indicator Code","2015","2016","2017",
"Aruba","ABW","GDP (current US$)","NY.GDP.MKTP.CD","2962905028","2983635195","",
"Aruba","ABW","Population, total","SP.POP.TOTL","104257","104874","105439",
"World","WLD","GDP (current US$)","NY.GDP.MKTP.CD","75231000000000","76500000000000","81000000000000",
"World","WLD","Population, total","SP.POP.TOTL","7340000000","7430000000","7510000000",
''')
# DataBank
w("databank.csv", '''Country Name,Country Code,Series Name,Series Code,2015 [YR2015],2016 [YR2016],2017 [YR2017]
Aruba,ABW,GDP (current US$),NY.GDP.MKTP.CD,2962905028,2983635195,..
Aruba,ABW,"Population, total",SP.POP.TOTL,104257,104874,105439
Benin,BEN,GDP (current US$),NY.GDP.MKTP.CD,11388160000,11821070000,12701660000
Benin,BEN,"Population, total",SP.POP.TOTL,10932783,11260085,11596779
,,,,,,
,,,,,,
,,,,,,
Data from database: World Development Indicators,,,,,,
Last Updated: 01/10/2024,,,,,,
''')
# DataBank long by series: Time, Time Code, Country, series columns
w("series.csv", '''Time,Time Code,Country Name,Country Code,"GDP (current US$) [NY.GDP.MKTP.CD]","Population, total [SP.POP.TOTL]"
2015,YR2015,Aruba,ABW,2962905028,104257
2016,YR2016,Aruba,ABW,..,104874
2015,YR2015,Benin,BEN,11388160000,10932783
2016,YR2016,Benin,BEN,11821070000,11260085
,,,,,
Data from database: World Development Indicators
Last Updated: 01/10/2024
''')
# OECD long with flags
w("oecd.csv", '''"LOCATION","INDICATOR","SUBJECT","MEASURE","FREQUENCY","TIME","Value","Flag Codes"
"AUS","GDP","TOT","USD_CAP","A","2015",47320.5,""
"AUS","GDP","TOT","USD_CAP","A","2016",49900.1,"E"
"AUS","GDP","TOT","MLN_USD","A","2015",1130000,""
"AUS","GDP","TOT","MLN_USD","A","2016",1220000,""
"AUT","GDP","TOT","USD_CAP","A","2015",49879.2,""
"AUT","GDP","TOT","USD_CAP","A","2016",,"M"
"AUT","GDP","TOT","MLN_USD","A","2015",430000,"P"
"AUT","GDP","TOT","MLN_USD","A","2016",446000,"P"
''')
# OECD new SDMX explorer
w("sdmx.csv", '''STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
DATAFLOW,OECD.SDD:DSD(1.0),I,AUS: Australia,GDP: Gross domestic product,USD: US dollar,2015,1130.5,A: Normal,6: Millions
DATAFLOW,OECD.SDD:DSD(1.0),I,AUS: Australia,GDP: Gross domestic product,USD: US dollar,2016,1220.1,A: Normal,6: Millions
DATAFLOW,OECD.SDD:DSD(1.0),I,AUT: Austria,POP: Population,PS: Persons,2015,8.6,A: Normal,6: Millions
''')
# Eurostat TSV
w("estat.tsv", '''freq,unit,na_item,geo\\TIME_PERIOD\t2018 \t2019 \t2020 
A,CP_MEUR,B1GQ,BE\t460092.0 \t478645.0 b\t460747.7 p
A,CP_MEUR,B1GQ,BG\t56224.1 \t61558.5 \t: 
A,CP_MEUR,B1GQ,CZ\t210970.5 e\t225613.5 \t215805.4 
A,PPS,B1GQ,BE\t400.0 \t401.0 \t: c
''')
# IMF WEO (tab delimited, utf-16 in truth)
w("weo.xls", '''WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tUnits\tScale\t2015\t2016\t2017\tEstimates Start After
512\tAFG\tNGDP_R\tAfghanistan\tGross domestic product, constant prices\tNational currency\tBillions\t1,197.300\t1,222.916\t1,255.290\t2016
512\tAFG\tPCPIPCH\tAfghanistan\tInflation\tPercent change\t\t-0.662\t4.384\tn/a\t2016
914\tALB\tNGDP_R\tAlbania\tGross domestic product, constant prices\tNational currency\tBillions\t702.400\t725.683\t753.262\t2016
914\tALB\tPCPIPCH\tAlbania\tInflation\tPercent change\t\t1.896\t1.291\t--\t2016

International Monetary Fund, World Economic Outlook Database, October 2018
''', "utf-16")
# UN data
w("undata.csv", '''"Country or Area","Year","Item","Value","Value Footnotes"
"Afghanistan","2015","Gross domestic product",20608,"1"
"Afghanistan","2016","Gross domestic product",18000.5,
"Albania","2015","Gross domestic product",11387,
"Albania","2016","Gross domestic product","12,000",
"footnoteSeqID","Footnote"
"1","Estimate"
''')
w("sep.csv", 'sep=;\r\nland;jahr;bip;pop\r\nA;2015;1.234;6,5\r\nB;2015;987;7,25\r\nC;2015;2.500;8\r\n', "cp1252")
w("blanks.txt", '''  id  year      y        x
  1   2015    1.5     .
  1   2016    2.25   -99
  2   2015   13.5     4
''')
w("provincias.csv", '''Province;2015;2016
Álava;1.234,5;1.300,2
Ávila;987,1;1.002
''')
w("mixed.csv", 'a;b\n1.234;6,5\n987;7,5\n2.500;8\n')
w("mixed-quotes.csv", 'a,b\n1.234,"6,5"\n987,"7,5"\n2.500,8\n')
w("mixed.tsv", 'a\tb\n1.234\t6,5\n987\t7,5\n2.500\t8\n')

# Offices of France, Germany, Switzerland, the United States and India; a page of HTML that is called .xls.
w("insee.csv", "Région;Année;PIB (M€);Taux\nBretagne;2019;99 876,5;7,1 %\nBretagne;2020;95 432,1 (p);7,5 %\nCorse;2019;9 543,0;8,9 %\nCorse;2020;nd;9,2 %\n", "cp1252")
w("genesis.csv", """GENESIS-Tabelle: 82111-0001
VGR der Länder;;;
;2018;2019;2020
;Mill. EUR;Mill. EUR;Mill. EUR
Baden-Württemberg;513 000,1;524 325,2;500 790,3
Bayern;624 100,5;632 897,6;610 217,8
Bremen;33 000,2;33 623,1;-
__________
(C)opyright Statistisches Bundesamt
""", "cp1252")
w("cantons.csv", "Kanton,Jahr,BIP,Quote\nZH,2019,143'044.5,3.1\nBE,2019,78'278.0,2.9\nUR,2019,1'972.1,x\n")
w("bls.csv", """Series Id:,LNS14000000
Seasonally Adjusted
Series title:,(Seas) Unemployment Rate
Years:,2019 to 2021

Year,Jan,Feb,Mar
2019,4.0,3.8,3.8
2020,3.5,3.5,4.4(1)
2021,6.3,6.2,6.0
""")
w("printed.txt", """Country         Year      GDP      Pop
United States   2019   21372.6   328.2
Germany         2019    3888.3    83.1
""")
w("minus.csv", "r;y;g\nA;2019;\u22121,5\nB;2019;2,5\nC;2019;1\u00a0234,5\n")
w("india.csv", 'st,y,v\nUP,2019,"12,34,567"\nMH,2019,"1,23,456"\nGA,2019,"98,765"\n')
w("page.xls", "<html><body><table>\n<tr><td>地区</td><td>2019</td></tr>\n<tr><td>北京</td><td>35,445</td></tr>\n</table></body></html>")
