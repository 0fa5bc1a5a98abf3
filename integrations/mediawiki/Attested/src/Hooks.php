<?php

namespace MediaWiki\Extension\Attested;

use Config;
use Html;
use MediaWiki\Hook\OutputPageParserOutputHook;
use MediaWiki\Hook\ParserFirstCallInitHook;
use OutputPage;
use Parser;
use ParserOutput;
use PPFrame;

/**
 * The tag <attested widget="event-card" event="ID">Title</attested>. It writes the data-attribute form,
 * which the library's script upgrades; what the author wrote inside stays where no script runs.
 */
class Hooks implements ParserFirstCallInitHook, OutputPageParserOutputHook {

	/** The widgets, each with the element that stands for it: a citation stands in running text. */
	private const WIDGETS = [
		'event-card' => 'div',
		'contested-claim' => 'div',
		'conference-timeline' => 'div',
		'claim-matrix' => 'div',
		'person-card' => 'div',
		'place-map' => 'div',
		'source-list' => 'div',
		'source-cite' => 'span',
	];

	private const USED = 'attested-used';

	/** @var Config */
	private $config;

	public function __construct( Config $config ) {
		$this->config = $config;
	}

	/**
	 * @param Parser $parser
	 */
	public function onParserFirstCallInit( $parser ) {
		$parser->setHook( 'attested', [ $this, 'render' ] );
	}

	/**
	 * @param string|null $input What the author wrote inside
	 * @param string[] $args The tag's attributes
	 * @param Parser $parser
	 * @param PPFrame $frame
	 * @return string HTML
	 */
	public function render( $input, array $args, Parser $parser, PPFrame $frame ) {
		$widget = $args['widget'] ?? '';
		$title = trim( preg_replace( '/\s+/', ' ', (string)$input ) );
		$content = $parser->recursiveTagParse( $title, $frame );
		if ( !isset( self::WIDGETS[$widget] ) ) {
			$error = wfMessage( 'attested-unknown', $widget, implode( ', ', array_keys( self::WIDGETS ) ) )
				->inContentLanguage()->text();
			return $content . ' ' . Html::element( 'strong', [ 'class' => 'error' ], $error );
		}
		$attributes = [ 'data-attested' => $widget ];
		foreach ( $args as $name => $value ) {
			if ( $name !== 'widget' && preg_match( '/^[a-z]+(-[a-z]+)*$/D', $name ) ) {
				$attributes["data-$name"] = $value;
			}
		}
		$parser->getOutput()->setExtensionData( self::USED, true );
		return Html::rawElement( self::WIDGETS[$widget], $attributes, $content );
	}

	/**
	 * The script, on pages that have a widget.
	 *
	 * @param OutputPage $outputPage
	 * @param ParserOutput $parserOutput
	 */
	public function onOutputPageParserOutput( $outputPage, $parserOutput ): void {
		if ( $parserOutput->getExtensionData( self::USED ) ) {
			$outputPage->addHeadItem( 'attested', Html::element( 'script', [
				'type' => 'module',
				'src' => $this->config->get( 'AttestedLibrary' ),
				'data-dataset' => $this->config->get( 'AttestedDataset' ),
			] ) );
		}
	}
}
